-- expects: 4: measure "derive_is_a_text", derive: found a text, expected a function such as function(m) return m.robbery / m.recorded_crime * 100 end.
measure "derive_is_a_text" {
  title = "Derive is a text",
  derive = "a / b",
}
