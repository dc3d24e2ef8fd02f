-- expects: 7: measure "weight_of_a_text", weight: gender is text; here stands a number. (At character 1 of "gender".)
-- expects: 13: measure "weight_of_a_count", weight: this belongs to 'mean' and 'share'; 'count' has no use for it.
measure "weight_of_a_text" {
  title  = "Weight of a text",
  from   = "stop_searches",
  share  = "outcome_linked",
  weight = "gender",
}
measure "weight_of_a_count" {
  title  = "Weight of a count",
  from   = "stop_searches",
  count  = true,
  weight = "1",
}
