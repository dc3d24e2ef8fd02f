-- expects: 11: measure "equal", where: 'Robery' is not a value of category. Did you mean 'Robbery'? (At character 12 of "category = 'Robery'".)
-- expects: 12: measure "place", where: 'Ashbey' is not a value of area. Did you mean 'Ashby'? (At character 9 of "area <> 'Ashbey'".)
-- expects: 13: measure "listed", share: 'positive' is not a value of outcome_group. Did you mean 'Positive'? (At character 19 of "outcome_group in ('positive', 'Other body')".)
-- expects: 14: measure "two", where: 'Robery' is not a value of category. Did you mean 'Robbery'? (At character 18 of "category not in ('Robery', 'Burglry')".)
-- expects: 14: measure "two", where: 'Burglry' is not a value of category. Did you mean 'Burglary'? (At character 28 of "category not in ('Robery', 'Burglry')".)
-- expects: 15: measure "case", sum: 'Drug' is not a value of category. Did you mean 'Drugs'? (At character 22 of "case when category = 'Drug' then 1 else 0 end".)
-- expects: 16: measure "lower", where: 'Robbery' is not a value of lower(category). Did you mean 'robbery'? (At character 19 of "lower(category) = 'Robbery'".)
-- expects: 17: measure "known", where: 'Known' is not a value of coalesce(outcome_group, 'None'). Its values are 'Positive', 'Not known', 'Under investigation', 'No further action', 'Other body' and 'None'. (At character 35 of "coalesce(outcome_group, 'None') = 'Known'".)
-- expects: 18: measure "part", ratio.top.where: 'Thefts' is not a value of category. Its values are 'Bicycle theft', 'Burglary', 'Criminal damage and arson', 'Drugs', 'Other crime', 'Other theft', 'Possession of weapons', 'Public order', 'Robbery', 'Shoplifting', 'Theft from the person', 'Vehicle crime', 'Violence and sexual offences', 'Violent crime' and 'Public disorder and weapons'. (At character 12 of "category = 'Thefts'".)
-- expects: 19: measure "many", where: 'Charged' is not a value of status. It has 28 values, and each is compared letter for letter. (At character 10 of "status = 'Charged'".)
measure "equal" { title = "Equal", from = "crimes", count = true, where = "category = 'Robery'" }
measure "place" { title = "Place", from = "crimes", count = true, where = "area <> 'Ashbey'" }
measure "listed" { title = "Listed", from = "crimes", share = "outcome_group in ('positive', 'Other body')" }
measure "two" { title = "Two", from = "crimes", count = true, where = "category not in ('Robery', 'Burglry')" }
measure "case" { title = "Case", from = "crimes", sum = "case when category = 'Drug' then 1 else 0 end" }
measure "lower" { title = "Lower", from = "crimes", count = true, where = "lower(category) = 'Robbery'" }
measure "known" { title = "Known", from = "crimes", count = true, where = "coalesce(outcome_group, 'None') = 'Known'" }
measure "part" { title = "Part", ratio = { top = { from = "crimes", where = "category = 'Thefts'" }, bottom = { from = "crimes" } } }
measure "many" { title = "Many", from = "crimes", count = true, where = "status = 'Charged'" }
