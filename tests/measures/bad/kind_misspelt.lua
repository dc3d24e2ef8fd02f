-- expects: 3: measure "kind_misspelt": it does not say what to work out: add one of count, sum, …
-- expects: 6: measure "kind_misspelt": there is no key 'cuont'. Did you mean 'count'? The keys are: title, from, …
measure "kind_misspelt" {
  title = "Kind misspelt",
  from = "crimes",
  cuont = true,
}
