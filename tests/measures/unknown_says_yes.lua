-- expects: 2: measure "positive", unknown: found "yes", expected one of "left out", "no".
measure "positive" { title = "Positive", from = "crimes", share = "outcome_group = 'Positive'", unknown = "yes" }
