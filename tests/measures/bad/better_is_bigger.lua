-- expects: 6: measure "better_is_bigger", better: found "bigger", expected one of "lower", "higher", "neither". Did you mean 'higher'?
measure "better_is_bigger" {
  title = "Better is bigger",
  from = "crimes",
  count = true,
  better = "bigger",
}
