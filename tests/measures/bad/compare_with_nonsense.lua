-- expects: 6: measure "compare_with_nonsense", compare[1]: found "last summer", expected a year such as "2016" or "2014/15", a month such as "2018-06", or "2018-01 to 2018-06", a mean such as "1-year mean" or "3-year mean", or "last published".
measure "compare_with_nonsense" {
  title = "Compare with nonsense",
  from = "crimes",
  count = true,
  compare = { "last summer" },
}
