-- expects: 11: measure "per_stop", ratio.top: 'arrests' is neither a count nor a sum. A ratio over 12 months is one of sums, so both parts must add up; to calculate with other measures use derive.
-- expects: 11: measure "per_stop", ratio.bottom: there is no measure 'stopps'. Did you mean 'stops'?
-- expects: 15: measure "per_crime", ratio: 'bottom' is missing: the name of a count or a sum, or { from = … }.
-- expects: 17: measure "per_crime", ratio.top.where: There is no column 'outcom' in outcomes. Did you mean 'outcome'? (At character 1 of "outcom = 'Local resolution'".)
-- expects: 20: measure "of_rows", from: the two parts of a ratio say this themselves: top = { from = …, where = …, date = … }.
-- expects: 20: measure "of_rows", ratio.per: found 0, expected a number from 1 to 1,000,000.
measure "stops" { title = "Stops", from = "stop_searches", count = true }
measure "arrests" { title = "Arrests", from = "stop_searches", share = "outcome = 'Arrest'" }
measure "per_stop" {
  title = "Per stop",
  ratio = { top = "arrests", bottom = "stopps" },
}
measure "per_crime" {
  title = "Per crime",
  ratio = {
    top = { from = "outcomes",
            where = "outcom = 'Local resolution'" },
  },
}
measure "of_rows" { title = "Of rows", from = "crimes", ratio = { top = "stops", bottom = { from = "crimes" }, per = 0 } }
