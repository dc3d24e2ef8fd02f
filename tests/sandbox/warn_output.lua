-- expects: 2: There is no 'warn' in scripts: a script shows nothing; use a measure's 'note'.
warn("@on")
