-- expects: 3: measure "unplaced", where: area is never blank: rows without a place are in 'Area not known'. Write area = 'Area not known'. (At character 1 of "area is null".)
-- expects: 4: measure "placed", share: area is never blank: rows without a place are in 'Area not known'. Write area <> 'Area not known'. (At character 1 of "area is not null".)
measure "unplaced" { title = "Unplaced", from = "crimes", count = true, where = "area is null" }
measure "placed" { title = "Placed", from = "crimes", share = "area is not null" }
