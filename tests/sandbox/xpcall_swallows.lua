-- expects: 2: There is no 'xpcall' in scripts: an error must be seen.
xpcall(function() end, function() end)
