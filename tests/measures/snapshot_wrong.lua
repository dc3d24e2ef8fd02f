-- expects: 8: measure "open", over: found "average", expected one of "last", "mean", "lowest", "highest".
-- expects: 9: measure "open", date: a snapshot stands at the day that its rows are as at, or that they were extracted on.
-- expects: 14: measure "counted", over: this belongs to 'snapshot'; 'count' has no use for it.
measure "open" {
  title    = "Open",
  from     = "crimes",
  snapshot = true,
  over     = "average",
  date     = "recorded_on",
}
measure "counted" {
  title = "Counted",
  from  = "crimes",
  over  = "mean",
  count = true,
}
