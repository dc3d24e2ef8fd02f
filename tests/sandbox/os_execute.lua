-- expects: 2: There is no 'os' in scripts: a script cannot reach the system, and has no clock.
os.execute("true")
