-- expects: 2: There is no 'dofile' in scripts: a script cannot load others.
dofile("/etc/passwd")
