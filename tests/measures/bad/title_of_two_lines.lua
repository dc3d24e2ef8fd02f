-- expects: 3: measure "title_of_two_lines", title: the title has more than one line.
measure "title_of_two_lines" {
  title = "One\nTwo",
  from = "crimes",
  count = true,
}
