-- expects: 4: measure "robbery", windows[3]: a measure is told since one month or event, and another is named already.
measure "robbery" {
  title = "Robbery", from = "crimes", count = true,
  windows = { "month", "since 2018-10", "since New control room" },
}
