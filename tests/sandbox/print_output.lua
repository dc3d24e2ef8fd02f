-- expects: 2: There is no 'print' in scripts: a script shows nothing; use a measure's 'note'.
print("hello")
