-- expects: 8: pillar "safr": the plan of Example Constabulary has no pillar of this name. Did you mean 'safer'? It has: safer, victims. For one of your own add a title.
-- expects: 9: pillar "victims", title: the plan gives this pillar its title; leave 'title' out.
-- expects: 9: pillar "victims", measures[1]: there is no measure 'robery'. Did you mean 'robbery'?
-- expects: 10: pillar "safer": there is no key 'measure'. Did you mean 'measures'? The keys are: measures, title, add, remove.
-- expects: 10: pillar "safer": 'measures' is missing: measures = { "recorded_crime" }, or {} for none. To change an installed pillar write add = { … } or remove = { … }.
-- expects: 11: pillar "own", measures[2]: 'robbery' is listed twice.
-- expects: 12: pillar "own": this pillar is declared already, in pillar_wrong.lua, line 11. To add a measure to it, write serves = { "own" } in the measure.
pillar "safr" { measures = {} }
pillar "victims" { title = "Victims", measures = { "robery" } }
pillar "safer" { measure = { "robbery" } }
pillar "own" { title = "Of our own", measures = { "robbery", "robbery" } }
pillar "own" { title = "Of our own again", measures = {} }
measure "robbery" { title = "Robbery", from = "crimes", count = true }
