-- expects: 2: 'format': '%p' is not known here; use %d, %f, %g or %s.
local s = string.format("%p", {})
