-- All that a derived measure can do.

local function derived(name, title, windows, formula)
  local chart = false
  if name == "d_shift" then chart = { kind = "xmr" } end
  measure(name) { title = title, decimals = 1, windows = windows, derive = formula, chart = chart }
end

derived("d_shift", "Burglary: change on the year before", { "month", "mrt" },
  function(m) return m.burglary - m.burglary:shift(12) end)
derived("d_rolling", "Burglary over three months", { "month" }, function(m) return m.burglary:rolling(3) end)
derived("d_mean", "Burglary: the mean month of a year", { "month" }, function(m) return m.burglary:mean(12) end)
derived("d_at", "Burglary, 2024 = 100", { "12 months" },
  function(m) return m.burglary / m.burglary:at("2024") * 100 end)
derived("d_above", "Months of the last 12 with more burglaries than a year before", { "month" },
  function(m) return m.burglary:above(m.burglary:shift(12)):rolling(12) end)
derived("d_below", "Whether there are fewer than 8 and at least 4 burglaries", { "month" },
  function(m) return m.burglary:below(8) * m.burglary:at_least(4) end)
derived("d_equals", "Whether there are just 7 burglaries", { "month" }, function(m) return m.burglary:equals(7) end)
derived("d_where", "Burglaries beyond 6", { "month" },
  function(m) return where(m.burglary:at_most(6), 0, m.burglary - 6) end)
derived("d_max", "The larger of burglary and robbery", { "month", "ytd" },
  function(m) return max(m.burglary, m.robbery) end)
derived("d_min", "The smaller of burglary and robbery", { "month" }, function(m) return min(m.burglary, m.robbery) end)
derived("d_over_figure", "Crimes for each special constable", { "month" },
  function(m) return -(-m.k_count / m.k_figure) end)
