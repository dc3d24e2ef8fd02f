-- Numbers that no system holds: people enter them in the register of figures.
for _, row in ipairs({
  { "pub_digital_followers", "Followers on social media", "followers" },
  { "pub_social_views", "Views on social media", "views" },
  { "pub_press_releases", "Press releases", "releases" },
  { "pub_court_reports", "Court reports", "reports" },
  { "pub_registered_offenders", "Registered offenders for each manager", "offenders" },
  { "pub_arms", "Risk assessments completed", "%" },
  { "pub_county_lines_convicted", "County lines: people convicted", "people" },
  { "pub_contract", "Value of a contract", "£" },
  { "pub_funding", "Government funding", "£" },
  { "pub_investment", "Investment in protecting vulnerable people", "£" },
  { "pub_treasury", "Treasury investments", "£" },
  { "pub_csew", "National survey: police deal with local concerns", "%" },
  { "pub_focus_groups", "Staff in focus groups", "people" },
  { "pub_projects", "Community safety projects supported", "projects" },
  { "pub_sex_offenders", "Registered sex offenders", "people" },
  { "pub_county_lines_sentenced", "County lines: people sentenced", "people" },
  { "pub_teams_dissatisfied", "Teams mostly dissatisfied", "teams" },
  { "pub_cadet_units", "Cadets: units", "units" },
  { "pub_wards", "Wards", "wards" },
  { "pub_people", "People who live in the force area", "people" },
  { "pub_transfer", "Transfer from capital to revenue", "£" },
}) do
  measure(row[1]) { title = row[2], figure = true, unit = row[3] }
end
measure "pub_sex_offenders_change" { title = "Registered sex offenders: change on the year", unit = "%", windows = { "month" },
  derive = function(m) return (m.pub_sex_offenders / m.pub_sex_offenders:shift(12) - 1) * 100 end }
measure "pub_inspection" { title = "Inspection: crime data integrity",
  state = { "inadequate", "requires improvement", "good", "outstanding" } }
