-- Incidents and calls.
measure "pub_asb" { title = "Antisocial behaviour", from = "incidents", where = "kind = 'ASB'", count = true,
  by = { "subkind", "district" }, compare = { "2024" } }
measure "pub_incidents" { title = "Incidents", from = "incidents", count = true, by = { "grade", "kind" },
  compare = { "2016" } }
measure "pub_incidents_on_2016" { title = "Incidents, 2016 = 100", windows = { "12 months" },
  derive = function(m) return m.pub_incidents / m.pub_incidents:at("2016") * 100 end }
measure "pub_share_by_grade" { title = "Incidents graded for an immediate response", from = "incidents",
  share = "grade = 'Immediate'" }
measure "pub_minutes_to_resolve" { title = "Minutes until an incident is resolved", from = "incidents",
  mean = "minutes(opened_at, closed_at)", unit = "minutes", by = { "kind" } }
measure "pub_without_deployment" { title = "Incidents resolved without deployment", from = "incidents",
  share = "not deployed", where = "closed_at is not null" }
measure "pub_prompt_domestic" { title = "Domestic incidents attended within the hour", from = "incidents",
  where = "domestic", share = "minutes(opened_at, attended_at) <= 60" }
measure "pub_domestic_incidents" { title = "Domestic abuse incidents", from = "incidents", where = "domestic", count = true }
measure "pub_domestic_arrests" { title = "Domestic abuse incidents with an arrest", from = "incidents", where = "domestic",
  share = "arrest" }
measure "pub_domestic_crimes" { title = "Domestic abuse incidents that become crimes", from = "incidents",
  where = "domestic", share = "crime_id is not null" }

measure "pub_calls_999" { title = "999 calls", from = "calls", where = "dialled = '999'", count = true }
measure "pub_calls_999_answered" { title = "999 calls answered", from = "calls", where = "dialled = '999'",
  share = "answered", better = "higher" }
measure "pub_calls_999_in_10" { title = "999 calls answered within 10 seconds", from = "calls",
  where = "dialled = '999' and answered", share = "wait_seconds <= 10", target = 0.9, better = "higher" }
measure "pub_calls_999_wait" { title = "Mean wait of 999 calls", from = "calls", where = "dialled = '999'",
  mean = "wait_seconds", unit = "seconds", format = "duration" }
measure "pub_calls_999_on_3_years" { title = "999 calls against three years before", unit = "%",
  derive = function(m) return (m.pub_calls_999 / m.pub_calls_999:shift(36) - 1) * 100 end }
measure "pub_calls_101" { title = "101 calls", from = "calls", where = "dialled = '101'", count = true }
measure "pub_calls_101_abandoned" { title = "101 calls abandoned", from = "calls", where = "dialled = '101' and abandoned",
  count = true }
measure "pub_calls_101_until_abandoned" { title = "Mean time before a 101 call is abandoned", from = "calls",
  where = "dialled = '101' and abandoned", mean = "wait_seconds", unit = "seconds", format = "duration" }
measure "pub_calls_101_length" { title = "Mean length of a 101 call", from = "calls", where = "dialled = '101'",
  mean = "handle_seconds", unit = "seconds", format = "duration" }
measure "pub_calls_101_initial" { title = "101 calls that the initial line passes on", from = "calls",
  where = "dialled = '101'", share = "routed_to = 'Internal extension'" }
measure "pub_calls_routed" { title = "Calls whose caller chose a department", from = "calls",
  share = "routed_to = 'Department'" }
measure "pub_calls_non_emergency_in_3" { title = "Non-emergency calls answered within 3 minutes", from = "calls",
  where = "queue = 'Non-emergency' and answered", share = "wait_seconds <= 180" }
measure "pub_emails" { title = "Emails", from = "calls", where = "dialled = 'email'", count = true }
measure "pub_advice" { title = "Occasions on which advice was given", from = "incidents",
  where = "resolution = 'Advice given'", count = true }

measure "pub_asb_youth" { title = "Antisocial behaviour of young people", from = "incidents", where = "kind = 'ASB' and youth",
  count = true }
measure "pub_incidents_of_an_area" { title = "Incidents in one area", from = "incidents", where = "area = 'Ashby'",
  count = true }
measure "pub_incidents_since_peak" { title = "Incidents in one area, on the peak month", unit = "%", windows = { "month" },
  derive = function(m) return (m.pub_incidents_of_an_area / m.pub_incidents_of_an_area:at("2024-07") - 1) * 100 end }
measure "pub_share_mental_health" { title = "Incidents of mental health", from = "incidents", share = "mental_health" }
measure "pub_share_scheduled" { title = "Incidents answered by appointment", from = "incidents",
  share = "appointment" }
measure "pub_time_to_attend" { title = "Time to attend: the middle one", from = "incidents",
  median = "minutes(opened_at, attended_at)", unit = "minutes", by = { "grade" } }
measure "pub_time_to_attend_nine_of_ten" { title = "Time to attend: nine in ten within", from = "incidents",
  percentile = { "minutes(opened_at, attended_at)", 0.9 }, unit = "minutes" }
-- For how many years on end the month has been higher than the same month of each year before, up to ten.
measure "pub_calls_999_record" { title = "999 calls: years for which the month is the highest of its name, to 10",
  decimals = 0, windows = { "month" },
  derive = function(m)
    local calls = m.pub_calls_999
    local years = calls:above(calls:shift(120))
    for year = 9, 1, -1 do years = calls:above(calls:shift(12 * year)) * (1 + years) end
    return years
  end,
}
measure "pub_asb_rate" { title = "Antisocial behaviour per 1,000 people, among other forces", from = "incidents",
  where = "kind = 'ASB'", rate = { per = 1000, of = "people" },
  peers = { measure = "anti-social behaviour incidents", leave_out = { "City of London" } } }
measure "pub_calls_emergency" { title = "Calls that are 999 calls", from = "calls", share = "dialled = '999'" }
measure "pub_calls_non_emergency_wait" { title = "Mean wait of non-emergency calls", from = "calls",
  where = "queue = 'Non-emergency'", mean = "wait_seconds", unit = "seconds", format = "duration" }
measure "pub_deploy_time_of_public_safety" { title = "Officers' time on public safety", from = "incidents",
  share_of = { "resource_minutes", where = "kind in ('Crime', 'Public safety')" }, windows = { "12 months" } }
