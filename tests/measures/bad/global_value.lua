-- expects: 2: 'colour' is not declared: write 'local colour = …', or 'local function colour'. A file has no globals.
colour = "red"
measure "global_value" {
  title = "Global value",
  from = "crimes",
  count = true,
}
