-- expects: 8: measure "grows", derive: The formula has more than 1,000 parts, or takes too many months of months. Is there a loop that makes it grow?
measure "base" { title = "Base", from = "crimes", count = true }
measure "grows" {
  title = "Grows",
  derive = function(m)
    local x = m.base
    for i = 1, 100 do
      x = x + x
    end
    return x
  end,
}
