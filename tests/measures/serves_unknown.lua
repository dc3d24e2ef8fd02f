-- expects: 5: measure "robbery", serves[1]: the plan of Example Constabulary has no 'safr'. Did you mean 'safer'? Its pillars are: safer, victims.
-- expects: 5: measure "robbery", serves[2]: the plan of Example Constabulary has no '2.7'. Did you mean '2.1'? Its pillars are: safer, victims.
measure "robbery" {
  title = "Robbery", from = "crimes", count = true,
  serves = { "safr", "2.7" },
}
