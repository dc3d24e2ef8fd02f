-- What is installed, and what the workspace makes of it.

override "burglary" { target = 8, target_set_by = "Chief Constable", add = { by = { "owner_role" } }, remove = { "note" } }
override "searches_linked" { remove = { "note", by = { "gender" } } }
replace "bicycle_theft" {
  title = "Bicycles stolen", from = "crimes", where = "category = 'Bicycle theft'", count = true, by = { "areas" },
}
switch_off { "ex_seconds", "stop_search_linked_outcomes" }
switch_off_pillar "neighbourhoods"
switch_off_paper "left-out"
replace_pillar "victims" { measures = { "recorded_crime", "robbery", "burglary", "bicycle_theft", "searches_linked" } }
pillar "victims" { add = { "stop_searches" }, remove = { "recorded_crime" } }
pillar "all_kinds" {
  title = "Every kind, key, chart and window",
  measures = {
    "k_count", "k_sum", "k_sum_weighted", "k_mean", "k_mean_weighted", "k_share", "k_share_unknown", "k_share_left_out",
    "k_share_of_weights", "k_share_of", "k_median", "k_percentile", "k_distinct", "k_repeats", "k_repeats_first",
    "k_repeats_ever", "k_repeats_twice", "k_rate", "k_rate_of_homes", "k_ratio", "k_sum_of_ones", "k_ratio_in_place",
    "k_ratio_in_per_cent", "k_derive", "k_snapshot", "k_snapshot_sum", "k_snapshot_lowest", "k_snapshot_highest",
    "k_snapshot_open", "k_state", "k_state_count", "k_state_least", "k_figure", "k_figure_hours", "k_money", "k_millions",
    "d_shift", "d_rolling", "d_mean", "d_at", "d_above", "d_below", "d_equals", "d_where", "d_max", "d_min",
    "d_over_figure", "w_all", "w_expected", "w_overdue", "w_targets", "w_since", "w_since_event", "w_wave", "w_seconds",
    "w_plain", "w_laney", "w_stacked", "w_without_chart", "w_groups",
  },
}
