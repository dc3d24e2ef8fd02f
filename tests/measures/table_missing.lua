-- expects: 2: measure "robbery": found a text after the name, expected a table { … }.
measure "robbery" "crimes"
