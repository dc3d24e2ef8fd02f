-- Who comes again.
measure "pub_da_first_time_repeats" { title = "Domestic abuse: repeats for the first time", from = "incidents",
  where = "domestic", repeats = { who = "victim_key", within = 12, first_time = true, count = "who" } }
measure "pub_da_repeat_rate" { title = "Domestic abuse: victims who come again", from = "incidents", where = "domestic",
  repeats = { who = "victim_key", within = 12, count = "who", as = "share" } }
measure "pub_time_by_kind" { title = "Incident time spent on mental health", from = "incidents",
  share_of = { "resource_minutes", where = "mental_health" } }
measure "pub_missing_twice" { title = "Of those missing again, just twice", from = "missing_reports",
  repeats = { who = "person_key", within = 12, exactly = 2, count = "who", as = "share of repeats" } }
