-- expects: 7: measure "robbery", windows[1]: found "2018-13", expected a month such as "2018-10", or the title of an event.
-- expects: 7: measure "robbery", windows[2]: found "2018-06 to 2018-01", expected one of "month", "12 months" (or "mrt"), "financial year to date" (or "ytd"), "quarter", "financial year", "calendar year", "since 2018-10", "2018-01 to 2018-06", "wave".
-- expects: 7: measure "robbery", windows[3]: between which months? Write them: "2018-01 to 2018-06".
-- expects: 7: measure "robbery", windows: whose waves? Name the survey, as the register of waves does: survey = "public".
measure "robbery" {
  title = "Robbery", from = "crimes", count = true,
  windows = { "since 2018-13", "2018-06 to 2018-01", "between", "wave" },
}
