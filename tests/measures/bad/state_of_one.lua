-- expects: 4: measure "state_of_one", state: found 1 state, expected 2 to 9, the worst first: state = { "red", "amber", "green" }.
measure "state_of_one" {
  title = "State of one",
  state = { "red" },
}
