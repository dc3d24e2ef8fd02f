-- A Visible & Effective Police Presence. Patrols and attendance are not in police.uk; recorded crime and stop and search
-- are.
pillar "presence" {
  measures = { "recorded_crime", "crime_rate", "stop_searches", "stop_search_outcomes" },
}
