-- expects: 6: measure "late", derive: 'measure' declares when the script is read; it cannot be called later.
measure "base" { title = "Base", from = "crimes", count = true }
measure "late" {
  title = "Late",
  derive = function(m)
    measure "later" { title = "Later", from = "crimes", count = true }
    return m.base
  end,
}
