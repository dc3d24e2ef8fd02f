-- expects: 12: measure "repeats_within_as_text", repeats.within: found "12 months", expected the number of months that a row looks back, as in within = 12, or "ever".
-- expects: 19: measure "repeats_exactly_none", repeats.exactly: found 0, expected a whole number from 1 to 100.
-- expects: 24: measure "repeats_exactly_once_of_repeats", repeats.exactly: fewer than 'min' are no repeats, so they are no share of them.
-- expects: 29: measure "repeats_without_count", repeats: 'count' is missing: count = "who" counts people or places, count = "events" the rows that are repeats. The two differ much.
-- expects: 34: measure "repeats_count_of_all", repeats.count: found "all", expected one of "who", "events".
-- expects: 39: measure "repeats_once", repeats.min: found 1, expected a whole number from 2 to 100.
measure "repeats_within_as_text" {
  title   = "Repeats within as text",
  from    = "crimes",
  repeats = {
    who    = "crime_id",
    within = "12 months",
    count  = "who",
  },
}
measure "repeats_exactly_none" {
  title   = "Repeats exactly none",
  from    = "crimes",
  repeats = { who = "crime_id", exactly = 0, count = "who" },
}
measure "repeats_exactly_once_of_repeats" {
  title   = "Repeats exactly once of repeats",
  from    = "crimes",
  repeats = { who = "crime_id", exactly = 1, count = "who", as = "share of repeats" },
}
measure "repeats_without_count" {
  title   = "Repeats without count",
  from    = "crimes",
  repeats = { who = "crime_id", within = 12 },
}
measure "repeats_count_of_all" {
  title   = "Repeats, count of all",
  from    = "crimes",
  repeats = { who = "crime_id", count = "all" },
}
measure "repeats_once" {
  title   = "Repeats once",
  from    = "crimes",
  repeats = { who = "crime_id", min = 1, count = "who" },
}
