-- expects: 2: There is no 'gmatch' in 'string': patterns can run without end.
for w in string.gmatch("a b", "%a") do end
