-- expects: 4: measure "unseen", title: the text holds U+200B, which cannot be seen, and it may be in it by mistake; take it out.
-- expects: 5: measure "control", title: the text holds U+000B, a control character, and it may be in it by mistake; take it out.
-- expects: 8: measure "none", note: the text holds U+FFFE, which is no character, and it may be in it by mistake; take it out.
measure "unseen" { title = "Rob\u{200B}bery", from = "crimes", count = true }
measure "control" { title = "Rob\vbery", from = "crimes", count = true }
measure "none" {
  title = "Theft", from = "crimes", count = true,
  note = "No \u{FFFE} character",
}
