-- expects: 6: measure "unknown_says_yes", unknown: found "yes", expected one of "left out", "no".
measure "unknown_says_yes" {
  title = "Unknown says yes",
  from = "crimes",
  share = "category = 'Robbery'",
  unknown = "yes",
}
