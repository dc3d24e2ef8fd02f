-- expects: 6: measure "expected_soon", expected: found "soon", expected the days or months after a month's end by which its data have come: "day 35" or "2 months".
measure "expected_soon" {
  title = "Expected soon",
  from = "crimes",
  count = true,
  expected = "soon",
}
