-- expects: 5: measure "percentile_of_90", percentile[2]: found 90, expected a share between 0 and 1 of at most four decimals: 0.9 for the 90th percentile.
measure "percentile_of_90" {
  title      = "Percentile of 90",
  from       = "stop_searches",
  percentile = { "case when outcome_linked then 1 else 0 end", 90 },
}
