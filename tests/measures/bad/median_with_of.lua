-- expects: 6: measure "median_with_of", of: this belongs to 'share'; 'median' has no use for it. Conditions stand in 'where'.
measure "median_with_of" {
  title  = "Median with of",
  from   = "stop_searches",
  median = "case when outcome_linked then 1 else 0 end",
  of     = "outcome_linked",
}
