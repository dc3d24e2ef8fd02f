-- expects: 7: measure "figure_of_rows", from: people enter the figures, in registers/entered-figures.csv; no rows are read, so this has no meaning.
-- expects: 12: measure "two_windows", windows: what people enter is over one window: each of these would need a measure of its own.
-- expects: 16: measure "odd_group", by[1]: found "Team Name", expected a level of areas (policing_area, district) or a name of lower-case letters, digits and underscores, as in by = { "strand" }.
measure "figure_of_rows" {
  title  = "Figure of rows",
  figure = true,
  from   = "crimes",
}
measure "two_windows" {
  title   = "Two windows",
  figure  = true,
  windows = { "month", "12 months" },
}
measure "odd_group" {
  title = "Odd group", figure = true,
  by    = { "Team Name" },
}
