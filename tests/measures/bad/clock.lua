-- expects: 6: There is no 'os' in scripts: a script cannot reach the system, and has no clock.
measure "clock" {
  title = "Clock",
  from = "crimes",
  count = true,
  note = "Made " .. os.date(),
}
