-- Transformation. The plan speaks here of money, systems and ways of working, of which police.uk holds nothing. The
-- pillar stays empty until an extract of the force's own is read.
pillar "transformation" {
  measures = {},
}
