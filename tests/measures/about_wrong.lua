-- expects: 12: measure "robbery", expected: found "soon", expected the days or months after a month's end by which its data have come: "day 35" or "2 months".
-- expects: 13: measure "robbery", format: a duration is in seconds or minutes: add unit = "seconds" or unit = "minutes".
-- expects: 14: measure "robbery", last_reviewed: found "April 2025", expected a day such as "2025-04-01".
-- expects: 15: measure "robbery", target_set_by: the measure has no 'target' and no 'targets' that anyone could have set.
-- expects: 16: measure "robbery", settles_after: found -1, expected a whole number from 0 to 60.
-- expects: 17: measure "robbery", limits: there is no key 'screened'. Did you mean 'screen'? The keys are: baseline, steps, screen, laney.
-- expects: 17: measure "robbery", limits.baseline: found "all", expected a year such as "2016" or "2014/15", a month such as "2018-06", or "2018-01 to 2018-06".
-- expects: 17: measure "robbery", limits.steps[2]: the months of 'steps' stand in their order, each once.
-- expects: 17: measure "robbery", limits.laney: Laney's p' is for shares of many rows, and this measure is no share.
measure "robbery" {
  title = "Robbery", from = "crimes", count = true,
  expected = "soon",
  format = "duration",
  last_reviewed = "April 2025",
  target_set_by = "the board",
  settles_after = -1,
  limits = { baseline = "all", steps = { "2019-06", "2019-06" }, laney = true, screened = true },
}
