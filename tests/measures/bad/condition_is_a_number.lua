-- expects: 5: measure "condition_is_a_number", where: 1 + 1 is a number; here stands a condition, such as category = 'Robbery'. (At character 1 of "1 + 1".)
measure "condition_is_a_number" {
  title = "Condition is a number",
  from = "crimes",
  where = "1 + 1",
  count = true,
}
