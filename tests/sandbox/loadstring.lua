-- expects: 2: There is no 'loadstring' in scripts: a script cannot make code from text.
loadstring("return 1")()
