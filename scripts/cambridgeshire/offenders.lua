-- Offenders. police.uk holds nothing on offenders themselves. These are the crimes and the police work that are nearest
-- to it: searches, and what comes to notice through them.
pillar "offenders" {
  measures = { "stop_searches", "stop_search_outcomes", "drugs", "possession_of_weapons" },
}
