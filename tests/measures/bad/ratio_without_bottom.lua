-- expects: 4: measure "ratio_without_bottom", ratio: 'bottom' is missing: the name of a count or a sum, or { from = … }.
measure "ratio_without_bottom" {
  title = "Ratio without bottom",
  ratio = { top = { from = "crimes" } },
}
