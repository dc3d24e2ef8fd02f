-- expects: 5: measure "median_of_a_text", median: category is text; here stands a number. (At character 1 of "category".)
measure "median_of_a_text" {
  title  = "Median of a text",
  from   = "crimes",
  median = "category",
}
