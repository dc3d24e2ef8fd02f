-- Stop and search, by the UK local time of the search. police.uk gives no area for these rows.

measure "stop_searches" {
  title = "Stops and searches",
  from  = "stop_searches",
  count = true,
  by    = { "object", "legislation" },
  note  = "Searches of persons and of vehicles. A rise is neither good nor bad by itself.",
}

measure "stop_search_outcomes" {
  title  = "Stops and searches that led to an outcome",
  from   = "stop_searches",
  share  = "outcome <> 'A no further action disposal'",
  by     = { "object" },
  better = "higher",
  note   = "An arrest, summons, caution, warning or community resolution, of searches whose outcome is published.",
}

measure "stop_search_linked_outcomes" {
  title  = "Outcomes of stops and searches linked to what was searched for",
  from   = "stop_searches",
  share  = "outcome_linked",
  of     = "outcome <> 'A no further action disposal'",
  better = "higher",
  note   = "Of searches that led to an outcome, and of these only where it is published whether the outcome is linked.",
}
