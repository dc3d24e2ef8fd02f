-- expects: 6: measure "decimals_of_seven", decimals: found 7, expected a whole number from 0 to 4.
measure "decimals_of_seven" {
  title = "Decimals of seven",
  from = "crimes",
  count = true,
  decimals = 7,
}
