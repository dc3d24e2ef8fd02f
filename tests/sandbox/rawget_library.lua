-- expects: 2: There is no 'rawget' in scripts: tables here are plain tables.
rawget(string, "gsub")
