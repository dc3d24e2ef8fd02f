-- expects: 5: The pillar 'safer' is changed more than 100 times. Is there a loop that changes it again and again?
-- expects: 5: pillar "safer", remove[1]: 'one' is not in this pillar.
measure "one" { title = "One", from = "crimes", count = true }
for i = 1, 100000 do
  pillar "safer" { remove = { "one" } }
end
