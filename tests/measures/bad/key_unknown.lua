-- expects: 6: measure "key_unknown": there is no key 'colour'. The keys are: title, from, …
measure "key_unknown" {
  title = "Key unknown",
  from = "crimes",
  count = true,
  colour = "red",
}
