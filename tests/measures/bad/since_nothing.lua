-- expects: 6: measure "since_nothing", windows[1]: since when? Write "since 2018-10", or say it with 'since'.
measure "since_nothing" {
  title = "Since nothing",
  from = "crimes",
  count = true,
  windows = { "since" },
}
