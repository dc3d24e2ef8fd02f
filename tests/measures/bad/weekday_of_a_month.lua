-- expects: 6: measure "weekday_of_a_month", where: recorded_on is known to the month only: police.uk gives no day, so weekday() of it says nothing. (At character 1 of "weekday(recorded_on) = 1".)
measure "weekday_of_a_month" {
  title = "Weekday of a month",
  from = "crimes",
  count = true,
  where = "weekday(recorded_on) = 1",
}
