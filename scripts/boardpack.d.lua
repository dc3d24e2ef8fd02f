---@meta
-- For editors with the Lua language server: completion and checks while a script is written. boardpack does not read it.

---@alias boardpack.window "month" | "12 months" | "mrt" | "financial year to date" | "ytd"

---@class boardpack.chart
---@field kind "xmr" | "mrt" | "change" | "stacked" | "multiples"
---@field by? string the breakdown, for "change", "stacked" and "multiples"
---@field months? integer shown at the most: 6 to 60, 36 when left out
---@field window? boardpack.window only the one the kind has

---@class boardpack.rate
---@field per? number 1,000 when left out
---@field of "people" | "households"

---@class boardpack.rows
---@field from string the table
---@field where? string which rows
---@field sum? string a number to add up; the rows are counted when left out
---@field date? string the column whose month a row falls into

---@class boardpack.ratio
---@field top string | boardpack.rows a count or sum by name, or rows in place
---@field bottom string | boardpack.rows
---@field per? number 1 when left out

---@class boardpack.series the values of a measure, one period after another
---@operator add(boardpack.series | number): boardpack.series
---@operator sub(boardpack.series | number): boardpack.series
---@operator mul(boardpack.series | number): boardpack.series
---@operator div(boardpack.series | number): boardpack.series
---@operator unm: boardpack.series

---@class boardpack.measure exactly one of count, sum, mean, share, rate, ratio and derive
---@field title string the heading of its sheet and row
---@field from? string the table: "crimes", "incidents", "outcomes", "stop_searches"
---@field where? string which rows
---@field date? string the column whose month a row falls into
---@field count? true the number of rows
---@field sum? string a number of each row, added up
---@field mean? string the mean of a number, where it is known
---@field share? string the share of rows where this holds
---@field of? string which rows it is a share of
---@field unknown? "left out" | "no" how a share takes rows where it is not known
---@field rate? boardpack.rate
---@field ratio? boardpack.ratio
---@field derive? fun(m: table<string, boardpack.series>): boardpack.series
---@field by? string | string[] text columns, levels of areas, or "areas"
---@field serves? string | string[] pillars or outcomes of the plan
---@field better? "lower" | "higher" | "neither"
---@field target? number | string of a share 0.9 or "90%"
---@field unit? string
---@field decimals? integer 0 to 4
---@field windows? boardpack.window | boardpack.window[]
---@field chart? false | boardpack.chart | boardpack.chart[]
---@field note? string what a reader must know
---@field owner? string a role

---@class boardpack.pillar
---@field measures string[] names, in the order they are shown
---@field title? string of a pillar of a workspace's own

---Declares a measure: `measure "name" { … }`.
---@param name string lower-case letters, digits and underscores
---@return fun(declaration: boardpack.measure)
function measure(name) end

---Fills a pillar of the plan: `pillar "id" { measures = { … } }`.
---@param id string
---@return fun(declaration: boardpack.pillar)
function pillar(id) end
