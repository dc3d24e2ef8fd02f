-- expects: 8: measure "snapshot_over_a_total", over: found "total", expected one of "last", "mean", "lowest", "highest".
-- expects: 9: measure "snapshot_over_a_total", at: found "noon", expected one of "month end", "latest".
-- expects: 14: measure "snapshot_of_a_text", snapshot: category is text; here stands a number. (At character 1 of "category".)
measure "snapshot_over_a_total" {
  title    = "Snapshot over a total",
  from     = "crimes",
  snapshot = true,
  over     = "total",
  at       = "noon",
}
measure "snapshot_of_a_text" {
  title    = "Snapshot of a text",
  from     = "crimes",
  snapshot = "category",
}
