-- expects: 6: measure "share_in_minutes", unit: the values of a share are in per cent: leave 'unit' out, or write "%".
measure "share_in_minutes" {
  title = "Share in minutes",
  from = "crimes",
  share = "category = 'Robbery'",
  unit = "minutes",
}
