-- expects: 2: 'format': found a table as argument 2, expected a text or a number.
local s = string.format("%s", {})
