-- expects: 4: measure "crime_rate", rate.per: found 0, expected a number from 1 to 1,000,000.
-- expects: 4: measure "crime_rate", rate.of: found "persons", expected one of "people", "households".
-- expects: 5: measure "asb_rate", rate: found a number, expected a table such as { per = 1000, of = "people" }.
measure "crime_rate" { title = "Crime rate", from = "crimes", rate = { per = 0, of = "persons" } }
measure "asb_rate" { title = "ASB rate", from = "incidents", rate = 1000 }
