-- expects: 6: measure "date_unknown", date: there is no column 'recorded_onn' in crimes. Did you mean 'recorded_on'? Its dates are: recorded_on, occurred_on, cancelled_on, outcome_on.
measure "date_unknown" {
  title = "Date unknown",
  from = "crimes",
  count = true,
  date = "recorded_onn",
}
