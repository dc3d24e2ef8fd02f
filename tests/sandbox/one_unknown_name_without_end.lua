-- expects: 3: There is no 'colectgarbage' in scripts…
for i = 1, 1000000000 do
  local x = colectgarbage
end
