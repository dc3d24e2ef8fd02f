-- Missing people, referrals, surveys.
measure "pub_missing" { title = "Missing people", from = "missing_reports", count = true, by = { "risk" } }
measure "pub_missing_high_risk" { title = "Missing reports at high risk", from = "missing_reports", share = "risk = 'High'" }
measure "pub_missing_repeat" { title = "Missing reports of a person missing before", from = "missing_reports",
  share = "repeat" }
measure "pub_referrals_adult" { title = "Adult referrals", from = "referrals", where = "kind = 'adult'", count = true }
measure "pub_referrals_child" { title = "Child referrals", from = "referrals", where = "kind = 'child'", count = true }
measure "pub_referrals_hub" { title = "Referrals to the local hub", from = "referrals", where = "kind = 'hub'", count = true }
measure "pub_referrals_nrm" { title = "Referrals to the national mechanism", from = "referrals", where = "kind = 'NRM'",
  count = true }
measure "pub_referrals_child_reason" { title = "Child referrals for neglect", from = "referrals", where = "kind = 'child'",
  share = "reason = 'Neglect'" }
measure "pub_referrals_repeat" { title = "Referrals that are repeats", from = "referrals", share = "repeat" }

measure "pub_victims_satisfied" { title = "Crime victims satisfied", from = "survey_responses",
  where = "survey = 'victims' and question = 'whole experience'", share = "position <= 3", weight = "weight",
  better = "higher" }
measure "pub_asb_satisfied" { title = "Victims of antisocial behaviour satisfied", from = "survey_responses",
  where = "survey = 'asb' and question = 'whole experience'", share = "position <= 3" }
measure "pub_confidence" { title = "Public confidence: agree", from = "survey_responses", survey = "public",
  where = "survey = 'public' and question = 'confidence'", share = "response in ('Agree', 'Strongly agree')",
  weight = "weight" }
measure "pub_confidence_respondents" { title = "Public confidence: people asked", from = "survey_responses",
  where = "survey = 'public'", distinct = "respondent_key" }
measure "pub_staff_dissatisfied" { title = "Staff dissatisfied", from = "survey_responses", where = "survey = 'staff'",
  share = "response in ('Dissatisfied', 'Very dissatisfied')" }
measure "pub_staff_respondents" { title = "Staff who answered", from = "survey_responses", where = "survey = 'staff'",
  distinct = "respondent_key" }
measure "pub_asb_satisfied_peers" { title = "Victims of antisocial behaviour satisfied, among other forces",
  from = "survey_responses", where = "survey = 'asb' and question = 'whole experience'", share = "position <= 3",
  peers = { measure = "victims of antisocial behaviour satisfied", group = "MSG" } }
measure "pub_staff_satisfied" { title = "Staff satisfied", from = "survey_responses", where = "survey = 'staff'",
  share = "response in ('Satisfied', 'Very satisfied')", by = { "district" } }
measure "pub_referrals_hub_reason" { title = "Hub referrals for antisocial behaviour", from = "referrals",
  where = "kind = 'hub'", share = "reason = 'ASB'" }
measure "pub_referrals_adult_reason" { title = "Adult referrals for mental health", from = "referrals",
  where = "kind = 'adult'", share = "reason = 'Mental health'" }
-- For how many months on end the share of 12 months has risen, up to a year.
measure "pub_confidence_rose" { title = "Whether confidence rose", decimals = 0, windows = { "month" },
  derive = function(m)
    local year = m.pub_confidence_of_rows:rolling(12)
    return year:above(year:shift(1))
  end,
}
measure "pub_confidence_run" { title = "Months on end in which confidence rose, to 12", decimals = 0, windows = { "month" },
  derive = function(m)
    local length = m.pub_confidence_rose:shift(11)
    for months = 10, 1, -1 do length = m.pub_confidence_rose:shift(months) * (1 + length) end
    return m.pub_confidence_rose * (1 + length)
  end,
}
measure "pub_confidence_of_rows" { title = "Public confidence: agree, by month", from = "survey_responses",
  where = "survey = 'public' and question = 'confidence'", share = "response in ('Agree', 'Strongly agree')",
  weight = "weight", windows = { "month" } }
