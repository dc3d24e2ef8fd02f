-- expects: 6: measure "endless", derive: This takes too long: it may run 1,000,000 steps. Is there a loop that never ends?
measure "base" { title = "Base", from = "crimes", count = true }
measure "endless" {
  title = "Endless",
  derive = function(m)
    while true do end
  end,
}
