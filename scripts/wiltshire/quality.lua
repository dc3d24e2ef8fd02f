-- Priority 4, Secure a quality service that is trusted and efficient. Neither trust nor cost is in police.uk; how stop
-- and search is used is.
pillar "quality" {
  measures = { "stop_searches", "stop_search_outcomes", "stop_search_linked_outcomes" },
}

measure "stop_search_under_18" {
  title  = "Stops and searches of people under 18",
  from   = "stop_searches",
  where  = "kind <> 'Vehicle search'",
  share  = "age_range in ('under 10', '10-17')",
  serves = { "quality" },
  note   = "Of searches of persons whose age is published.",
}
