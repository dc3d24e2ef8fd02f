-- expects: 6: measure "share_target_of_90", target: found 90, which is not a share. Write target = 0.9 or target = "90%".
measure "share_target_of_90" {
  title = "Share target of 90",
  from = "crimes",
  share = "category = 'Robbery'",
  target = 90,
}
