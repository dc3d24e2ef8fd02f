-- expects: 2: pillar "victims", measures[1]: there is no measure 'rfvtgbyhnujm'.
pillar "victims" { measures = { "rfvtgbyhnujm" } }
