-- expects: 5: measure "derive_looks_ahead", derive: ':shift': found -1. It looks back, as in m.robbery:shift(12): a later month than the pack's is not known.
measure "derive_looks_ahead_part" { title = "Part of derive looks ahead", from = "crimes", count = true }
measure "derive_looks_ahead" {
  title = "Derive looks ahead",
  derive = function(m) return m.derive_looks_ahead_part:shift(-1) end,
}
