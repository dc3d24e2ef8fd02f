-- expects: 5: measure "condition_is_sql", where: There is no column 'select' in crimes. Its columns are crime_id, …
measure "condition_is_sql" {
  title = "Condition is sql",
  from = "crimes",
  where = "category = (select 'Robbery')",
  count = true,
}
