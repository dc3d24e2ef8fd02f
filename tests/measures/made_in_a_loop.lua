-- expects: 7: measure "robbery", where: There is no column 'categry' in crimes. Did you mean 'category'? (At character 1 of "categry = 'Robbery'".)
-- expects: 7: measure "burglary", where: There is no column 'categry' in crimes. Did you mean 'category'? (At character 1 of "categry = 'Burglary'".)
for _, crime in ipairs({ "Robbery", "Burglary" }) do
  measure(string.lower(crime)) {
    title = crime,
    from  = "crimes",
    where = "categry = '" .. crime .. "'",
    count = true,
  }
end
