-- expects: 2: A text has nothing to read or call with '.' or ':'. Write string.upper(text) instead of text:upper().
local s = ("x"):rep(3)
