-- expects: 3: There are 5,000 measures already, which is the most that scripts may declare together.
for i = 1, 100000 do
  measure("m" .. i) { title = "Measure " .. i, from = "crimes", count = true }
end
