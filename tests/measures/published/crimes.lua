-- Recorded crime: counts by kind, shares of all crime, rates, and what is marked on a crime.
-- Of each count, 12 months against the 12 before, shares of the whole, ranks and means among forces are statistics.
local kinds = {
  { "pub_all_crime", "All crime", "true" },
  { "pub_violence_against_the_person", "Violence against the person", "category = 'Violence against the person'" },
  { "pub_violence_with_injury", "Violence with injury", "subcategory = 'Violence with injury'" },
  { "pub_violence_without_injury", "Violence without injury", "subcategory = 'Violence without injury'" },
  { "pub_stalking_and_harassment", "Stalking and harassment", "subcategory = 'Stalking and harassment'" },
  { "pub_theft", "Theft", "category = 'Theft'" },
  { "pub_dwelling_burglary", "Burglary of dwellings", "subcategory = 'Residential burglary'" },
  { "pub_criminal_damage_and_arson", "Criminal damage and arson", "category = 'Criminal damage and arson'" },
  { "pub_sexual_offences", "Sexual offences", "category = 'Sexual offences'" },
  { "pub_rape", "Rape", "subcategory = 'Rape'" },
  { "pub_other_sexual_offences", "Other sexual offences", "subcategory = 'Other sexual offences'" },
  { "pub_robbery", "Robbery", "category = 'Robbery'" },
  { "pub_public_order", "Public order", "category = 'Public order'" },
  { "pub_drugs", "Drug offences", "category = 'Drugs'" },
  { "pub_hate_crime", "Hate crime", "hate_strands is not null" },
  { "pub_alcohol_related", "Alcohol-related crime", "alcohol" },
  { "pub_historic", "Crime reported long after", "historic" },
  { "pub_cyber", "Cyber crime", "cyber" },
  { "pub_modern_slavery", "Modern slavery", "modern_slavery" },
  { "pub_awaiting_quality_check", "Crimes that await a quality check", "qa_status = 'Awaiting'" },
}
for _, kind in ipairs(kinds) do
  measure(kind[1]) { title = kind[2], from = "crimes", where = kind[3], count = true, by = { "district" } }
end

local shares = {
  { "pub_share_alcohol", "Crime that is alcohol-related", "alcohol" },
  { "pub_share_historic", "Crime reported a year or more after", "days(occurred_on, recorded_on) >= 365" },
  { "pub_share_cyber", "Crime that is cyber-enabled", "cyber" },
  { "pub_share_current_rape", "Rape reported within a year", "days(occurred_on, recorded_on) < 365", "subcategory = 'Rape'" },
  { "pub_share_current_other", "Other sexual offences reported within a year", "days(occurred_on, recorded_on) < 365",
    "subcategory = 'Other sexual offences'" },
  { "pub_share_stranger_rape", "Rape by a stranger", "relationship = 'Stranger'", "subcategory = 'Rape'" },
  { "pub_share_child_rape", "Rape of children", "child", "subcategory = 'Rape'" },
  { "pub_share_domestic_violence", "Violence that is domestic", "domestic", "category = 'Violence against the person'" },
  { "pub_share_open_team", "Open investigations of a role", "owner_role = 'Detective'", "status = 'Open'" },
}
for _, share in ipairs(shares) do
  measure(share[1]) { title = share[2], from = "crimes", share = share[3], of = share[4], by = { "district" } }
end

measure "pub_crime_rate" {
  title = "All crime per 1,000 people", from = "crimes", rate = { per = 1000, of = "people" }, windows = { "12 months" },
}
-- "No case in which the month was above the same month of both years before": a run of months is a statistic of this.
measure "pub_burglary_below_both_years" {
  title = "Months in which burglary was below both years before", decimals = 0, windows = { "month" },
  derive = function(m)
    local a = m.pub_dwelling_burglary
    return a:below(a:shift(12)) * a:below(a:shift(24))
  end,
}

-- Kinds of offence within violence, and who recorded them.
for _, row in ipairs({
  { "pub_homicide", "Homicide" }, { "pub_serious_harm", "Assault - cause serious harm" },
  { "pub_assault_with_injury", "Assault with injury" }, { "pub_assault_without_injury", "Assault without injury" },
  { "pub_assault_on_a_constable", "Assault without injury on a constable" }, { "pub_harassment", "Harassment" },
}) do
  measure(row[1]) { title = "Offences: " .. row[2], from = "crimes", where = "offence = '" .. row[2] .. "'", count = true }
end
measure "pub_control_room_recorded" {
  title = "Crimes recorded by the control room", from = "crimes", share = "recorded_by = 'Control room'",
}

-- Among other forces: how many had an increase, the rank, and the mean of the most similar ones.
for _, row in ipairs({
  { "pub_rate_theft", "theft offences", "category = 'Theft'" },
  { "pub_rate_violence", "violence against the person", "category = 'Violence against the person'" },
  { "pub_rate_robbery", "robbery", "category = 'Robbery'" },
  { "pub_rate_drugs", "drug offences", "category = 'Drugs'" },
  { "pub_rate_public_order", "public order offences", "category = 'Public order'" },
  { "pub_rate_damage", "criminal damage and arson", "category = 'Criminal damage and arson'" },
  { "pub_rate_sexual", "sexual offences", "category = 'Sexual offences'" },
  { "pub_rate_all", "total recorded crime", "true" },
  { "pub_rate_without_injury", "violence without injury", "subcategory = 'Violence without injury'" },
  { "pub_rate_rape", "rape", "subcategory = 'Rape'" },
  { "pub_rate_other_sexual", "other sexual offences", "subcategory = 'Other sexual offences'" },
  { "pub_rate_hate", "hate crime", "hate_strands is not null" },
}) do
  measure(row[1]) {
    title = "Per 1,000 people: " .. row[2], from = "crimes", where = row[3], rate = { per = 1000, of = "people" },
    peers = { measure = row[2], group = "MSG", average = "unweighted" },
  }
end
-- What stands when an operation begins, and the difference since.
measure "pub_queue_since_start" {
  title = "Crimes that await a quality check: since March 2025", decimals = 0, windows = { "month" },
  derive = function(m) return m.pub_awaiting_quality_check - m.pub_awaiting_quality_check:at("2025-03") end,
}
-- For how many months on end, up to a year, each was below the same month of both years before.
measure "pub_burglary_run_below_both_years" {
  title = "Months on end in which burglary was below both years before, to 12", decimals = 0, windows = { "month" },
  derive = function(m)
    local below = m.pub_burglary_below_both_years
    local length = below:shift(11)
    for months = 10, 1, -1 do length = below:shift(months) * (1 + length) end
    return below * (1 + length)
  end,
}
-- Whether the month is the lowest of twelve.
measure "pub_queue_lowest_of_a_year" {
  title = "Crimes that await a quality check: whether lowest of 12 months", decimals = 0, windows = { "month" },
  derive = function(m)
    local a = m.pub_awaiting_quality_check
    local lowest = a:shift(1)
    for months = 2, 11 do lowest = min(lowest, a:shift(months)) end
    return a:below(lowest)
  end,
}
