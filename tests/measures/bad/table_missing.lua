-- expects: 2: measure "table_missing": 'from' is missing: it names the table, as in from = "crimes".
measure "table_missing" {
  title = "Table missing",
  count = true,
}
