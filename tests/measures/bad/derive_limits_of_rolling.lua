-- expects: 6: measure "derive_limits_of_rolling", chart: each value shares months with its neighbours (':rolling', ':mean'), and limits on such values flag months in which nothing changed. Leave 'chart' out for a line without limits.
measure "derive_limits_of_rolling_part" { title = "Part of derive limits of rolling", from = "crimes", count = true }
measure "derive_limits_of_rolling" {
  title = "Derive limits of rolling",
  derive = function(m) return m.derive_limits_of_rolling_part:rolling(12) end,
  chart = { kind = "xmr" },
}
