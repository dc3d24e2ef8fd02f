-- expects: 2: pillar "safer", title: the plan gives this pillar its title; leave 'title' out.
pillar "safer" { measures = {}, title = "Safer still" }
