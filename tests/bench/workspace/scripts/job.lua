-- The measures of the benchmark's job: every row, then each crime type, by district, with the share of rows that have a
-- positive outcome. The job's own list of positive outcomes is used, not police.uk's groups.

local positive = "status in ('Suspect charged', 'Suspect charged as part of another case', 'Awaiting court outcome', "
  .. "'Local resolution', 'Offender given a caution', 'Offender given a drugs possession warning', "
  .. "'Offender given penalty notice', 'Offender fined', 'Offender sent to prison', "
  .. "'Offender given community sentence', 'Offender given suspended prison sentence', "
  .. "'Offender given conditional discharge', 'Offender given absolute discharge', "
  .. "'Offender ordered to pay compensation', 'Offender deprived of property', 'Offender otherwise dealt with')"

local windows = { "month", "12 months" }
local charts = { { kind = "xmr", months = 36 }, { kind = "multiples", by = "district", months = 24 } }
local names = {}

local function listed(name)
  names[#names + 1] = name
  return name
end

measure(listed "job_crimes") {
  title = "Job: crimes", from = "crimes", count = true, by = { "district" }, windows = windows, chart = false,
}

measure(listed "job_anti_social_behaviour") {
  title = "Job: Anti-social behaviour", from = "incidents", where = "kind = 'Anti-social behaviour'", count = true,
  by = { "district" }, windows = windows, chart = charts,
}

measure(listed "job_all_crime") {
  title = "Job: All crime",
  derive = function(m) return m.job_crimes + m.job_anti_social_behaviour end,
  by = { "district" }, windows = windows, chart = charts,
}

measure(listed "job_all_crime_outcome_rate") {
  title = "Job: All crime, outcome rate", from = "crimes", share = positive, windows = windows, chart = false,
}

local types = {
  bicycle_theft = "Bicycle theft", burglary = "Burglary", criminal_damage_and_arson = "Criminal damage and arson",
  drugs = "Drugs", other_crime = "Other crime", other_theft = "Other theft",
  possession_of_weapons = "Possession of weapons", public_order = "Public order", robbery = "Robbery",
  shoplifting = "Shoplifting", theft_from_the_person = "Theft from the person", vehicle_crime = "Vehicle crime",
  violence_and_sexual_offences = "Violence and sexual offences",
}

for name, title in pairs(types) do
  measure(listed("job_" .. name)) {
    title = "Job: " .. title, from = "crimes", where = "category = '" .. title .. "'", count = true,
    by = { "district" }, windows = windows, chart = charts,
  }
  measure(listed("job_" .. name .. "_outcome_rate")) {
    title = "Job: " .. title .. ", outcome rate", from = "crimes", where = "category = '" .. title .. "'",
    share = positive, windows = windows, chart = false,
  }
end

pillar "job" { title = "The benchmark's job", measures = names }
