-- expects: 2: measure "positive", unit: the values of a share are in per cent: leave 'unit' out, or write "%".
measure "positive" { title = "Positive", from = "crimes", share = "outcome_group = 'Positive'", unit = "crimes" }
