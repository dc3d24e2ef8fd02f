-- expects: 5: measure "share_of_without_where", share_of: expected an amount and a condition, as in { "resource_minutes", where = "mental_health" }. What it is a share of is narrowed by 'where' beside it.
measure "share_of_without_where" {
  title    = "Share of, without where",
  from     = "stop_searches",
  share_of = { "case when outcome_linked then 1 else 0 end" },
}
