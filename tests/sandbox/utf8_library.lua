-- expects: 2: There is no 'utf8' in scripts: texts are taken as they stand.
utf8.char(65)
