-- What is installed of the force: the workspace changes it.
pillar "victims" {
  measures = { "recorded_crime", "robbery", "burglary", "bicycle_theft", "stop_searches", "searches_linked" },
}

measure "searches_linked" {
  title = "Searches that found what they were for", from = "stop_searches", where = "outcome_linked", count = true,
  note = "A find of something else is left out.", by = { "object", "gender" }, target = 9,
}

measure "ex_seconds" { title = "Seconds installed", from = "incidents", count = true }
