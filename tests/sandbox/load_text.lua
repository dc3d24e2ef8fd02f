-- expects: 2: There is no 'load' in scripts: a script cannot make code from text.
load("return 1")()
