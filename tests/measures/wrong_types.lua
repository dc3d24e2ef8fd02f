-- expects: 7: measure "robbery", title: found a number, expected a text.
-- expects: 9: measure "robbery", count: found a text, expected true or false.
-- expects: 10: measure "robbery", decimals: found 1.5, expected a whole number from 0 to 4.
-- expects: 11: measure "robbery", better: found "smaller", expected one of "lower", "higher", "neither".
-- expects: 12: measure "robbery", owner: found a table, expected a text.
measure "robbery" {
  title    = 5,
  from     = "crimes",
  count    = "true",
  decimals = 1.5,
  better   = "smaller",
  owner    = { "a" },
}
