-- What was done: operations, occurrences, hours.
measure "pub_operation_activity" { title = "Activity of an operation", from = "activity", sum = "count",
  where = "operation = 'Winter roads'", by = { "activity" }, decimals = 0 }
measure "pub_operation_arrests" { title = "Arrests of operations", from = "activity", sum = "count",
  where = "activity = 'Arrests'", by = { "operation" }, decimals = 0 }
measure "pub_special_hours" { title = "Duty hours of special constables", from = "activity", sum = "count",
  where = "activity = 'Special duty' and unit = 'hours'", decimals = 0 }
measure "pub_volunteer_hours" { title = "Hours of volunteers", from = "activity", sum = "count",
  where = "activity = 'Volunteering' and unit = 'hours'", decimals = 0 }
measure "pub_staff_tasked" { title = "Staff tasked for each occurrence", from = "occurrences", mean = "staff_tasked" }
measure "pub_meetings" { title = "Meetings with communities", from = "activity", sum = "count",
  where = "activity = 'Community meeting'", decimals = 0 }
measure "pub_abstraction" { title = "Abstraction rate", unit = "%",
  ratio = { top    = { from = "activity", sum = "count", where = "activity = 'Abstracted shifts'" },
            bottom = { from = "activity", sum = "count", where = "activity = 'Shifts'" } } }
measure "pub_searches_of_operations" { title = "Searches of operations", from = "activity", sum = "count",
  where = "activity = 'Searches'", by = { "operation" }, decimals = 0, since = "2025-01" }
measure "pub_special_hours_each" { title = "Hours of each special constable in a month", windows = { "month" },
  derive = function(m) return m.pub_special_hours:rolling(12) / 12 / m.pub_specials:mean(12) end }
-- A sample: of the delays looked at, how many were beyond the control of the force.
measure "pub_sampled_delays" { title = "Delays beyond control", unit = "%",
  ratio = { top    = { from = "audits", sum = "passed", where = "audit = 'Prompt attendance'" },
            bottom = { from = "audits", sum = "sample", where = "audit = 'Prompt attendance'" } } }
