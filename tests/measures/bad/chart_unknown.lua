-- expects: 6: measure "chart_unknown", chart.kind: found "pie", expected one of "xmr", …
measure "chart_unknown" {
  title = "Chart unknown",
  from = "crimes",
  count = true,
  chart = { kind = "pie" },
}
