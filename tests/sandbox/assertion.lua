-- expects: 2: The script stopped itself: one is not two
assert(1 == 2, "one is not two")
