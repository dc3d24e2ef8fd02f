-- expects: 6: measure "positive", target: found 90, which is not a share. Write target = 0.9 or target = "90%".
measure "positive" {
  title  = "Positive",
  from   = "crimes",
  share  = "outcome_group = 'Positive'",
  target = 90,
}
