-- expects: 5: measure "derive_method_unknown", derive: A measure has no 'roling' here: it stands for the values of one period after another. Did you mean 'rolling'?
measure "derive_method_unknown_part" { title = "Part of derive method unknown", from = "crimes", count = true }
measure "derive_method_unknown" {
  title = "Derive method unknown",
  derive = function(m) return m.derive_method_unknown_part:roling(12) end,
}
