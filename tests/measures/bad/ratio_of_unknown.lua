-- expects: 4: measure "ratio_of_unknown", ratio.top: there is no measure 'qwertyuiop'.
measure "ratio_of_unknown" {
  title = "Ratio of unknown",
  ratio = { top = "qwertyuiop", bottom = { from = "crimes" } },
}
