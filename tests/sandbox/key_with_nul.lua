-- expects: 2: measure "keyed": there is no key 'unit '. Did you mean 'unit'? …
measure "keyed" {
  title = "Keyed", from = "crimes", count = true, ["unit\0"] = "x",
}
