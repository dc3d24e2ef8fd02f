-- expects: 5: measure "condition_is_unclosed", where: Here stands the end; expected was ')'. (At character 23 of "category in ('Robbery'".)
measure "condition_is_unclosed" {
  title = "Condition is unclosed",
  from = "crimes",
  where = "category in ('Robbery'",
  count = true,
}
