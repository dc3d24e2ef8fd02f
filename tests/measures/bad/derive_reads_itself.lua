-- expects: 4: measure "derive_reads_itself", derive: the measure reads itself.
measure "derive_reads_itself" {
  title = "Derive reads itself",
  derive = function(m) return m.derive_reads_itself * 2 end,
}
