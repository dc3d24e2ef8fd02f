-- expects: 14: measure "robbery", chart[1].kind: found "xrm", expected one of "xmr", "mrt", "change", "stacked", "multiples", "funnel". Did you mean 'xmr'?
-- expects: 15: measure "robbery", chart[2].by: 'by' is missing: "change" shows the groups of one breakdown, as in by = "district".
-- expects: 16: measure "robbery", chart[3]: stacked columns show six groups at the most, and 'district' has 8 with those outside the area and not known; use kind = "multiples".
-- expects: 17: measure "robbery", chart[4].by: 'category' is not in the 'by' of the measure. There are: district.
-- expects: 18: measure "robbery", chart[5].by: "xmr" shows the whole force and has no 'by'.
-- expects: 19: measure "robbery", chart[6].months: found 3, expected a whole number from 6 to 60.
-- expects: 20: measure "robbery", chart[7]: there is no key 'colour'. The keys are: kind, by, months.
-- expects: 21: measure "robbery", chart[8]: found a text, expected a table such as { kind = "xmr" }.
-- expects: 22: measure "robbery", chart[9].months: found 120, expected a whole number from 6 to 60.
measure "robbery" {
  title = "Robbery", from = "crimes", count = true,
  by = { "district" },
  chart = {
    { kind = "xrm" },
    { kind = "change" },
    { kind = "stacked", by = "district" },
    { kind = "multiples", by = "category" },
    { kind = "xmr", by = "district" },
    { kind = "xmr", months = 3 },
    { kind = "xmr", colour = "red" },
    "xmr",
    { kind = "mrt", months = 120 },
  },
}
