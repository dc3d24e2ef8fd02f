-- expects: 5: measure "derive_at_a_word", derive: ':at': found "March", expected a month, a calendar year or a financial year: "2019-03", "2016" or "2016/17".
measure "derive_at_a_word_part" { title = "Part of derive at a word", from = "crimes", count = true }
measure "derive_at_a_word" {
  title = "Derive at a word",
  derive = function(m) return m.derive_at_a_word_part:at("March") end,
}
