-- expects: 7: measure "one", state: found 1 state, expected 2 to 9, the worst first: state = { "red", "amber", "green" }.
-- expects: 11: measure "twice", state[3]: 'red' is listed twice.
-- expects: 15: measure "of_none", state.of: there is no measure 'good_stat'. Did you mean 'good_state'?
-- expects: 19: measure "of_unknown", state.count: found 'blue', expected one of the states of 'good_state': red, green.
-- expects: 23: measure "of_neither", state: 'count' or 'least' is missing: write count = "red" for how many are at that state, or least = "amber" for the share that is at it or better.
-- expects: 28: measure "of_states", derive: 'good_state' is a state, which nothing can be calculated with. A measure with state = { of = "good_state", count = … } gives numbers.
measure "one" { title = "One", state = { "red" } }

measure "twice" {
  title = "Twice",
  state = { "red", "green", "red" },
}
measure "of_none" {
  title = "Of none",
  state = { of = "good_stat", count = "red" },
}
measure "of_unknown" {
  title = "Of unknown",
  state = { of = "good_state", count = "blue" },
}
measure "of_neither" {
  title = "Of neither",
  state = { of = "good_state" },
}
measure "good_state" { title = "Good", state = { "red", "green" }, by = { "question" } }
measure "of_states" {
  title = "Of states",
  derive = function(m) return m.good_state * 2 end,
}
