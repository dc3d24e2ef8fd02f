-- expects: 5: measure "stops_per_crime", by[1]: the rows of stop_searches have no place, so there is no 'district' of them.
measure "stops_per_crime" {
  title = "Stops per crime",
  ratio = { top = { from = "stop_searches" }, bottom = { from = "crimes" } },
  by = { "district" },
}
