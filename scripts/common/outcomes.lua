-- Outcomes of crimes as police.uk words them. A positive outcome is a charge or summons, a caution, a penalty or
-- warning, or a local resolution; a charge stays one whatever came of it in court. The forces' own rates ("prosecution
-- possible", "solved") are counted by other rules and cannot be had from police.uk.

measure "positive_outcomes" {
  title  = "Positive outcomes given",
  from   = "outcomes",
  where  = "outcome_group = 'Positive'",
  count  = true,
  by     = { "outcome", "areas" },
  better = "higher",
  note   = "Outcomes, not crimes: each row of the outcomes file counts, by the month of the outcome, whenever the crime was "
        .. "recorded. A crime can be given more than one, and some rows are equal in every column: police.uk does not say "
        .. "whether these are the outcomes of several suspects or one told twice. How many there are stands in Data issues.",
}

measure "crimes_given_positive_outcomes" {
  title    = "Crimes given a positive outcome",
  from     = "outcomes",
  where    = "outcome_group = 'Positive'",
  distinct = "crime_id",
  by       = { "areas" },
  better   = "higher",
  note     = "Each crime once in a month or longer period, however many outcomes it was given in it.",
}

measure "positive_outcome_share" {
  title  = "Crimes with a positive outcome",
  from   = "crimes",
  share  = "outcome_group = 'Positive'",
  of     = "outcome_group not in ('Under investigation', 'Not known')",
  by     = { "category", "areas" },
  better = "higher",
  note   = "Of crimes that are no longer under investigation and whose outcome is known, by the month of recording: the "
        .. "latest outcome that police.uk has (\"Last outcome category\"). Later months still change much: what is "
        .. "solved soon is closed first. It is not the force's own rate of solved crime.",
}

measure "positive_outcomes_per_100_crimes" {
  title  = "Positive outcomes for each 100 crimes",
  ratio  = { top = "positive_outcomes", bottom = "recorded_crime", per = 100 },
  by     = { "areas" },
  unit   = "per 100 crimes",
  better = "higher",
  note   = "Outcomes given in a period for each 100 crimes recorded in it: mostly those of other crimes, so it is no "
        .. "proportion and may pass 100. Each row of the outcomes file counts, as in \"Positive outcomes given\".",
}
