-- expects: 6: measure "serves_nothing", serves[1]: the plan of Example Constabulary has no 'saferr'. Did you mean 'safer'? Its pillars are: safer, victims.
measure "serves_nothing" {
  title = "Serves nothing",
  from = "crimes",
  count = true,
  serves = { "saferr" },
}
