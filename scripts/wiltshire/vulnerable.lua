-- Priority 2, Protect the most vulnerable people in society. police.uk marks neither domestic abuse nor hate, neither
-- the age of a victim nor exploitation, so nothing it publishes is a measure of this priority. The pillar stays empty
-- until an extract of the force's own is read.
pillar "vulnerable" {
  measures = {},
}
