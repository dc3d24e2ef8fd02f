-- expects: 3: measure "robbery bad": a name has lower-case letters, digits and underscores, begins with a letter, and has at most 60.
-- expects: 4: switch_off: 'robbery bad' is no name: it is too long, or holds characters that cannot be shown.
measure "robbery\0bad" { title = "Robbery", from = "crimes", where = "category = 'Robbery'", count = true }
switch_off "robbery\0bad"
