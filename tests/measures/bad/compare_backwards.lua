-- expects: 10: measure "compare_backwards", compare[1]: found "2018-06 to 2018-01", expected a year such as "2016" or "2014/15", a month such as "2018-06", or "2018-01 to 2018-06", a mean such as "1-year mean" or "3-year mean", or "last published".
-- expects: 11: measure "compare_backwards", compare[2]: found "2018-13", expected a year such as "2016" or "2014/15", a month such as "2018-06", or "2018-01 to 2018-06", a mean such as "1-year mean" or "3-year mean", or "last published".
-- expects: 12: measure "compare_backwards", compare[3]: found "0-year mean", expected a year such as "2016" or "2014/15", a month such as "2018-06", or "2018-01 to 2018-06", a mean such as "1-year mean" or "3-year mean", or "last published".
-- expects: 14: measure "compare_backwards", compare[5]: '2016' is named twice.
measure "compare_backwards" {
  title   = "Compare backwards",
  from    = "crimes",
  count   = true,
  compare = {
    "2018-06 to 2018-01",
    "2018-13",
    "0-year mean",
    "2016",
    "2016",
  },
}
