-- expects: 5: measure "share_without_condition", share: found true, expected a text.
measure "share_without_condition" {
  title = "Share without condition",
  from = "crimes",
  share = true,
}
