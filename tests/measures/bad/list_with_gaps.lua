-- expects: 6: measure "list_with_gaps", by: found a table with keys or gaps, expected a list of texts: { "a", "b" }.
measure "list_with_gaps" {
  title = "List with gaps",
  from = "crimes",
  count = true,
  by = { "category", nil, "district" },
}
