-- expects: 6: measure "robbery", targets.April: found "April", expected the month from which a target holds: ["2025-04"] = 90.
-- expects: 7: measure "robbery", targets.2026-04: found a text, expected a number.
-- expects: 12: measure "positive", targets.2025-04: found 90, which is not a share. Write target = 0.9 or target = "90%".
measure "robbery" {
  title = "Robbery", from = "crimes", count = true,
  targets = { ["2025-04"] = 90, ["April"] = 80,
    ["2026-04"] = "many" },
}
measure "positive" {
  title = "Positive", from = "crimes", share = "outcome_group = 'Positive'",
  targets = {
    ["2025-04"] = 90,
  },
}
