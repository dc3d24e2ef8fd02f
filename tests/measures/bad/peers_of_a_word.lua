-- expects: 8: measure "peers_of_a_word", peers: found a text, expected a table such as { measure = "theft offences", group = "MSG" }.
-- expects: 16: measure "peers_group_is_a_number", peers.group: found a number, expected a text.
-- expects: 25: measure "peers_average_is_median", peers.average: found "median", expected one of "unweighted", "weighted".
measure "peers_of_a_word" {
  title = "Peers of a word",
  from  = "crimes",
  count = true,
  peers = "MSG",
}
measure "peers_group_is_a_number" {
  title = "Peers group is a number",
  from  = "crimes",
  count = true,
  peers = {
    measure = "theft offences",
    group   = 7,
  },
}
measure "peers_average_is_median" {
  title = "Peers average is median",
  from  = "crimes",
  count = true,
  peers = {
    measure = "theft offences",
    average = "median",
  },
}
