-- What a force with its own systems can measure. Run with --workspace, and --data on what generate.py makes.

measure "calls_999_within_10s" {
  title  = "999 calls answered within 10 seconds",
  serves = { "neighbourhoods" },
  from   = "calls",
  where  = "dialled = '999' and answered",
  share  = "wait_seconds <= 10",
  unit   = "%", better = "higher",
  target = "90%",
  owner  = "Head of Contact",
}

measure "crime_by_class" {
  title  = "Recorded crime by class",
  serves = { "neighbourhoods" },
  from   = "crimes",
  count  = true,
  by     = { "subcategory", "district" },
  better = "lower",
}

measure "hate_crime" {
  title  = "Hate crime",
  serves = { "victims" },
  from   = "crimes",
  where  = "hate_strands is not null",
  count  = true,
  by     = { "hate_strands" },
  note   = "A crime of two strands is in a group of its own, so the groups add up.",
}

-- The outcomes table has neither category nor domestic: both are those of the outcome's crime.
measure "positive_outcomes_by_class" {
  title  = "Positive outcomes by class of crime",
  serves = { "victims" },
  from   = "outcomes",
  where  = "outcome_group = 'Positive' and is_current",
  count  = true,
  by     = { "subcategory", "district" },
  better = "higher",
}

measure "domestic_positive_share" {
  title  = "Outcomes of domestic crimes that are positive",
  serves = { "victims" },
  from   = "outcomes",
  where  = "domestic and is_current",
  share  = "outcome_group = 'Positive'",
  better = "higher",
}

measure "minutes_to_immediate" {
  title  = "Minutes to an immediate incident",
  serves = { "neighbourhoods" },
  from   = "incidents",
  where  = "grade = 'Immediate'",
  mean   = "minutes(opened_at, attended_at)",
  unit   = "minutes", better = "lower",
}

measure "victims_satisfied" {
  title  = "Victims satisfied with the whole experience",
  serves = { "victims" },
  from   = "survey_responses",
  where  = "question = 'Whole experience'",
  share  = "response in ('Very satisfied', 'Satisfied')",
  by     = { "asked_of" },
  better = "higher",
}
