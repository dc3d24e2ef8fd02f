-- expects: 2: There is no 'rawset' in scripts: tables here are plain tables.
rawset(_ENV, "x", 1)
