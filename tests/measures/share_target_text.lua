-- expects: 6: measure "positive", target: found a text, expected a share: target = 0.9 or target = "90%".
measure "positive" {
  title  = "Positive",
  from   = "crimes",
  share  = "outcome_group = 'Positive'",
  target = "ninety",
}
