-- expects: 2: pillar "vicims": the plan of Example Constabulary has no pillar of this name. Did you mean 'victims'? It has: safer, victims. For one of your own add a title.
pillar "vicims" { measures = {} }
