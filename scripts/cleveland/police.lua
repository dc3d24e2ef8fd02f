-- Objective 1, Investing in our Police. Its outcomes are efficiency, victim satisfaction and public confidence, and none
-- of these can be measured from police.uk. What police.uk does show of the police at work is stop and search.
pillar "police" {
  measures = { "stop_searches", "stop_search_outcomes" },
}
