-- expects: 3: measure "robbery": there is a measure of this name already, in same_name.lua, line 2. Choose another name.
measure "robbery" { title = "Robbery", from = "crimes", count = true }
measure "robbery" { title = "Robberies", from = "crimes", count = true }
