-- expects: 3: override "override_of_own_part": the measure is the workspace's own, in override_of_own.lua, line 2: change it there.
measure "override_of_own_part" { title = "Part of override of own", from = "crimes", count = true }
override "override_of_own_part" { target = 5 }
