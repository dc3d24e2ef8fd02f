-- expects: 4: measure "derive_of_unknown", derive: There is no measure 'zxcvbnmasdf'.
measure "derive_of_unknown" {
  title = "Derive of unknown",
  derive = function(m) return m.zxcvbnmasdf * 2 end,
}
