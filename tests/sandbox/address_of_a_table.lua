-- expects: 2: The script stopped itself: table, function
error(tostring({}) .. ", " .. tostring(tostring))
