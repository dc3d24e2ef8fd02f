-- expects: 7: measure "distinct_of_a_number", distinct: 'victim_age' of crimes is neither a key nor a text, so it tells nobody apart. There are: crime_id, category, subcategory, offence, area, recorded_by, status, outcome_group, hate_strands, relationship, owner_role, owner_team, qa_status, victim_key, suspect_key.
-- expects: 12: measure "distinct_of_a_day", distinct: 'recorded_on' of crimes is neither a key nor a text, so it tells nobody apart. There are: crime_id, category, subcategory, offence, area, recorded_by, status, outcome_group, hate_strands, relationship, owner_role, owner_team, qa_status, victim_key, suspect_key.
-- expects: 17: measure "distinct_of_unknown", distinct: there is no column 'crime_di' in crimes. Did you mean 'crime_id'?
measure "distinct_of_a_number" {
  title    = "Distinct of a number",
  from     = "crimes",
  distinct = "victim_age",
}
measure "distinct_of_a_day" {
  title    = "Distinct of a day",
  from     = "crimes",
  distinct = "recorded_on",
}
measure "distinct_of_unknown" {
  title    = "Distinct of unknown",
  from     = "crimes",
  distinct = "crime_di",
}
