-- expects: 6: measure "robbery", compare[2]: found "2014/16", expected a year such as "2016" or "2014/15", a month such as "2018-06", or "2018-01 to 2018-06", a mean such as "1-year mean" or "3-year mean", or "last published".
-- expects: 6: measure "robbery", compare[3]: found "last year", expected a year such as "2016" or "2014/15", a month such as "2018-06", or "2018-01 to 2018-06", a mean such as "1-year mean" or "3-year mean", or "last published".
-- expects: 6: measure "robbery", compare[4]: '2016' is named twice.
measure "robbery" {
  title = "Robbery", from = "crimes", count = true,
  compare = { "2016", "2014/16", "last year", "2016" },
}
