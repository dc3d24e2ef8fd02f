-- expects: 2: switch_off: found a number, expected a name or a list of names: switch_off "name", switch_off { "one", "other" }.
switch_off(5)
