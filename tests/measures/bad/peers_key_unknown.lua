-- expects: 6: measure "peers_key_unknown", peers: 'measure' is missing: it names the comparators' measure, as in peers = { measure = "theft offences", group = "MSG" }.
-- expects: 8: measure "peers_key_unknown", peers: there is no key 'averaging'. Did you mean 'average'? The keys are: measure, group, average, include_own, leave_out, oldest.
measure "peers_key_unknown" {
  title = "Peers, key unknown",
  count = true,
  peers = {
    group     = "MSG",
    averaging = "unweighted",
  },
  from  = "crimes",
}
