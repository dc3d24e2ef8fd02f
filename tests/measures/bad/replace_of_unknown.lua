-- expects: 2: replace "wsxedcrfvtgb": there is no installed measure of this name. For a new one write measure "wsxedcrfvtgb".
replace "wsxedcrfvtgb" { title = "Replace of unknown", from = "crimes", count = true }
