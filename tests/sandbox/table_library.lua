-- expects: 2: There is no 'table' in scripts: use list[#list + 1] = value to add to a list.
table.concat({ "a" })
