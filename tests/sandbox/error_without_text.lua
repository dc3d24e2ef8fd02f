-- expects: 2: The script stopped itself, without a text that says why.
error({ code = 1 })
