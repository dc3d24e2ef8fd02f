-- expects: 2: measure "stops", by[1]: the rows of stop_searches have no place, so there is no 'district' of them.
measure "stops" { title = "Stops", from = "stop_searches", count = true, by = { "district" } }
