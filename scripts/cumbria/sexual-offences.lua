-- Sexual Offences. police.uk publishes sexual offences only in one figure with violence, which would say nothing of them
-- here. The pillar stays empty until an extract of the force's own is read.
pillar "sexual-offences" {
  measures = {},
}
