-- expects: 9: measure "targets_of_a_wrong_month", targets.2025-13: found "2025-13", expected the month from which a target holds: ["2025-04"] = 90.
-- expects: 10: measure "targets_of_a_wrong_month", targets.2025-04: found a text, expected a number.
-- expects: 17: measure "targets_is_a_number", targets: found a number, expected a table of months: targets = { ["2025-04"] = 90, ["2026-04"] = 95 }.
measure "targets_of_a_wrong_month" {
  title   = "Targets of a wrong month",
  from    = "crimes",
  count   = true,
  targets = {
    ["2025-13"] = 90,
    ["2025-04"] = "soon",
  },
}
measure "targets_is_a_number" {
  title   = "Targets is a number",
  from    = "crimes",
  count   = true,
  targets = 90,
}
