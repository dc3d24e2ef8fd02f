-- expects: 6: measure "by_unknown", by[1]: there is no column 'distrct' in crimes, and no level of areas of that name. Did you mean 'district'?
measure "by_unknown" {
  title = "By unknown",
  from = "crimes",
  count = true,
  by = { "distrct" },
}
