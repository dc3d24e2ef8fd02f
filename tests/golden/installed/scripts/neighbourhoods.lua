pillar "neighbourhoods" { measures = { "shoplifting" } }
