-- expects: 5: measure "robberies", title: "robbery" in same_title.lua, line 2 has the same title, and titles head sheets and tables. Choose another.
measure "robbery" { title = "Robbery", from = "crimes", count = true }
measure "robberies" {
  from = "crimes", count = true,
  title = "robbery",
}
