-- expects: 3: measure "robbery": nothing follows the name. Write measure "robbery" { … }.
-- expects: 4: pillar "safer": nothing follows the name. Write pillar "safer" { … }.
measure "robbery"
pillar "safer"
