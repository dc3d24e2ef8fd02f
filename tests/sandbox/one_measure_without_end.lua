-- expects: 5: There are 5,000 measures already, which is the most that scripts may declare together.
-- expects: 5: measure "again": there is a measure of this name already…
-- expects: 5: More is wrong with this file than is shown. Mend what is, and look at it again.
for i = 1, 100000 do
  measure "again" { title = "Again", from = "crimes", count = true }
end
