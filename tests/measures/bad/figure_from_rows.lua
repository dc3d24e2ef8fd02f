-- expects: 5: measure "figure_from_rows", from: people enter the figures, in registers/entered-figures.csv; no rows are read, so this has no meaning.
measure "figure_from_rows" {
  title  = "Figure from rows",
  figure = true,
  from   = "crimes",
}
