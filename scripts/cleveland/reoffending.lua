-- Objective 3, Tackling re-offending. police.uk holds nothing on offenders: neither of its outcomes, fewer people
-- reoffending and more of them engaging with services, can be measured from it. The pillar stays empty until an extract
-- of the force's own is read.
pillar "reoffending" {
  measures = {},
}
