-- expects: 4: There are 5,000 measures already, which is the most that scripts may declare together.
-- expects: 4: measure "again": there is a measure of this name already…
for i = 1, 100000 do
  measure "again" { title = "Again", from = "crimes", count = true }
end
