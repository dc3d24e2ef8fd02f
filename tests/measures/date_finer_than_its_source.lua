-- expects: 11: measure "a", where: recorded_on is known to the month only: police.uk gives no day, so weekday() of it says nothing. (At character 1 of "weekday(recorded_on) = 1".)
-- expects: 12: measure "b", where: opened_at is known to the month only: police.uk gives no day, so hour() of it says nothing. (At character 1 of "hour(opened_at) < 6".)
-- expects: 13: measure "c", mean: recorded_on is known to the month only: police.uk gives no day, so days() of it says nothing. (At character 1 of "days('2025-01-01', recorded_on)".)
-- expects: 14: measure "d", mean: opened_at is known to the month only: police.uk gives no day, so minutes() of it says nothing. (At character 1 of "minutes(opened_at, opened_at)".)
-- expects: 15: measure "e", where: recorded_on is known to the month only: police.uk gives no day. Ask for whole months: recorded_on >= 'YYYY-MM-01' and recorded_on < 'YYYY-MM-01'. (At character 16 of "recorded_on >= '2025-03-15'".)
-- expects: 16: measure "f", where: recorded_on is known to the month only: police.uk gives no day. Ask for whole months: recorded_on >= 'YYYY-MM-01' and recorded_on < 'YYYY-MM-01'. (At character 16 of "recorded_on <= '2025-03-01'".)
-- expects: 17: measure "g", where: recorded_on is known to the month only: police.uk gives no day. Ask for whole months: recorded_on >= 'YYYY-MM-01' and recorded_on < 'YYYY-MM-01'. (At character 1 of "'2025-03-01' < recorded_on".)
-- expects: 18: measure "h", where: recorded_on is known to the month only: police.uk gives no day. Ask for whole months: recorded_on >= 'YYYY-MM-01' and recorded_on < 'YYYY-MM-01'. (At character 15 of "recorded_on = '2025-03-01'".)
-- expects: 19: measure "i", where: recorded_on is known to the month only: police.uk gives no day. Ask for whole months: recorded_on >= 'YYYY-MM-01' and recorded_on < 'YYYY-MM-01'. (At character 21 of "recorded_on between '2025-03-01' and '2025-03-31'".)
-- expects: 20: measure "j", where: recorded_on is known to the month only: police.uk gives no day. Ask for whole months: recorded_on >= 'YYYY-MM-01' and recorded_on < 'YYYY-MM-01'. (At character 17 of "recorded_on in ('2025-03-01')".)
measure "a" { title = "A", from = "crimes", count = true, where = "weekday(recorded_on) = 1" }
measure "b" { title = "B", from = "incidents", count = true, where = "hour(opened_at) < 6" }
measure "c" { title = "C", from = "crimes", mean = "days('2025-01-01', recorded_on)" }
measure "d" { title = "D", from = "incidents", mean = "minutes(opened_at, opened_at)" }
measure "e" { title = "E", from = "crimes", count = true, where = "recorded_on >= '2025-03-15'" }
measure "f" { title = "F", from = "crimes", count = true, where = "recorded_on <= '2025-03-01'" }
measure "g" { title = "G", from = "crimes", count = true, where = "'2025-03-01' < recorded_on" }
measure "h" { title = "H", from = "crimes", count = true, where = "recorded_on = '2025-03-01'" }
measure "i" { title = "I", from = "crimes", count = true, where = "recorded_on between '2025-03-01' and '2025-03-31'" }
measure "j" { title = "J", from = "crimes", count = true, where = "recorded_on in ('2025-03-01')" }
