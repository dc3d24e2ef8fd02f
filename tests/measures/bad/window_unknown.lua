-- expects: 6: measure "window_unknown", windows[1]: found "fortnight", expected one of "month", …
measure "window_unknown" {
  title = "Window unknown",
  from = "crimes",
  count = true,
  windows = { "fortnight" },
}
