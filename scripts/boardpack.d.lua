---@meta
-- For editors with the Lua language server: completion and checks while a script is written. boardpack does not read it.

---@alias boardpack.window "month" | "12 months" | "mrt" | "financial year to date" | "ytd" | "quarter" | "financial year" | "calendar year" | "wave" | string "since 2018-10", "2018-01 to 2018-06"

---@class boardpack.limits how the limits of control charts are computed
---@field baseline? string months that mean and limits come from: "2023-01 to 2023-12"
---@field steps? string | string[] months that limits begin anew with
---@field screen? boolean false: large moving ranges count too
---@field laney? boolean of a share of many rows: Laney's p'

---@class boardpack.chart
---@field kind "xmr" | "mrt" | "change" | "stacked" | "multiples" | "funnel"
---@field by? string the breakdown, for "change", "stacked" and "multiples"; of "funnel" the first area, or none for all forces
---@field months? integer shown at the most: 6 to 60, 36 when left out

---@class boardpack.rate
---@field per? number 1,000 when left out
---@field of "people" | "households"

---@class boardpack.groups several columns: { "category", "district" }; or { tree = { … } }; or { "status", top = 10 }
---@field [integer] string columns or levels of areas: groups of all of them
---@field tree? string[] columns from the root down: groups within groups
---@field top? integer the largest groups, the rest as "Other": 1 to 59

---@class boardpack.rows
---@field from string the table
---@field where? string which rows
---@field sum? string a number to add up; the rows are counted when left out
---@field date? string the column whose month a row falls into

---@class boardpack.ratio
---@field top string | boardpack.rows a count or sum by name, or rows in place
---@field bottom string | boardpack.rows
---@field per? number 1 when left out

---@class boardpack.repeats
---@field who string the key or text column that tells them apart
---@field count "who" | "events" people, or the rows that are repeats
---@field within? integer | "ever" months looked back, 12 when left out
---@field min? integer 2 when left out
---@field exactly? integer people who have come to just so many
---@field first_time? boolean only those who reach `min` in the period and did not in the `within` months before
---@field as? "number" | "share" | "share of repeats"

---@class boardpack.weights weights that people keep in the small table `weights`
---@field set string the name of the set
---@field by string the column of texts whose groups have the weights

---@class boardpack.share_of
---@field [1] string an amount
---@field where string the condition

---@class boardpack.series the values of a measure, one period after another
---@operator add(boardpack.series | number): boardpack.series
---@operator sub(boardpack.series | number): boardpack.series
---@operator mul(boardpack.series | number): boardpack.series
---@operator div(boardpack.series | number): boardpack.series
---@operator unm: boardpack.series
local series = {}

---Of so many months earlier, over the same window.
---@param months integer 1 to 120
---@return boardpack.series
function series:shift(months) end

---The months that end with it: the sum of what adds up, of a share, mean, rate or ratio the ratio of the sums.
---@param months integer 1 to 120
---@return boardpack.series
function series:rolling(months) end

---The mean month of those that end with it.
---@param months integer 1 to 120
---@return boardpack.series
function series:mean(months) end

---Of a fixed month ("2019-03"), calendar year ("2016") or financial year ("2016/17").
---@param period string | integer
---@return boardpack.series
function series:at(period) end

---1 where it is above, else 0.
---@param other boardpack.series | number
---@return boardpack.series
function series:above(other) end

---1 where it is below, else 0.
---@param other boardpack.series | number
---@return boardpack.series
function series:below(other) end

---1 where it is not below, else 0.
---@param other boardpack.series | number
---@return boardpack.series
function series:at_least(other) end

---1 where it is not above, else 0.
---@param other boardpack.series | number
---@return boardpack.series
function series:at_most(other) end

---1 where both are the same, else 0.
---@param other boardpack.series | number
---@return boardpack.series
function series:equals(other) end

---@class boardpack.peers what the force is compared with others by
---@field measure string of the comparators: "theft offences"
---@field group? string of peer-groups.csv: "MSG" when left out
---@field average? "unweighted" | "weighted"
---@field include_own? boolean whether the force is part of the mean: true when left out
---@field leave_out? string | string[] forces that the rank does not count
---@field oldest? integer months that the comparators' period may end before the month reported on: 24 when left out

---@class boardpack.states what is told of the groups of another measure
---@field of string a measure of states
---@field count? string how many are at this state
---@field least? string the share at this state or better

---@class boardpack.measure exactly one of count, sum, mean, median, percentile, share, share_of, distinct, repeats, rate, ratio, derive, snapshot, state and figure
---@field title string the heading of its sheet and row
---@field from? string the table: "crimes", "incidents", "outcomes", "stop_searches"
---@field where? string which rows
---@field date? string the column whose month a row falls into
---@field count? true the number of rows
---@field sum? string | boardpack.weights a number of each row, added up
---@field mean? string the mean of a number, where it is known
---@field share? string the share of rows where this holds
---@field of? string which rows it is a share of
---@field unknown? "left out" | "no" how a share takes rows where it is not known
---@field weight? string | boardpack.weights of a share or mean of answers: how much a row counts
---@field median? string a number of each row
---@field percentile? { [1]: string, [2]: number } a number of each row, and a share such as 0.9
---@field share_of? boardpack.share_of
---@field distinct? string the key or text column that tells them apart
---@field repeats? boardpack.repeats
---@field rate? boardpack.rate
---@field ratio? boardpack.ratio
---@field derive? fun(m: table<string, boardpack.series>): boardpack.series
---@field snapshot? true | string what stands at a date: rows, or a number of each added up
---@field over? "last" | "mean" | "lowest" | "highest" what a snapshot tells of a longer window
---@field at? "month end" | "latest" up to what day a snapshot stands
---@field state? string[] | boardpack.states states that people enter, the worst first
---@field figure? true a number that people enter
---@field by? string | (string | boardpack.groups)[] | boardpack.groups text columns, levels of areas, or "areas"
---@field serves? string | string[] pillars or outcomes of the plan
---@field better? "lower" | "higher" | "neither"
---@field target? number | string of a share 0.9 or "90%"
---@field unit? string
---@field decimals? integer 0 to 4
---@field windows? boardpack.window | boardpack.window[]
---@field chart? false | boardpack.chart | boardpack.chart[]
---@field peers? boardpack.peers
---@field note? string what a reader must know
---@field owner? string a role
---@field source? string
---@field targets? table<string, number | string | false> by month, each until the next: { ["2025-04"] = 90 }
---@field target_set_by? string who set it
---@field last_reviewed? string a day: "2025-04-01"
---@field wanted? string a rise that is hoped for: "more reporting"
---@field format? "plain" | "duration" a value in seconds or minutes in words
---@field since? string a month, or the title of an event: the window "since"
---@field survey? string whose waves the window "wave" has
---@field compare? string | string[] "2016", "2014/15", "2018-06", "1-year mean", "last published"
---@field expected? string the days or months after a month's end by which its data have come: "day 35"
---@field settles_after? integer months until a month's figure no longer grows
---@field per_day? boolean control charts look at the mean of a day of each month
---@field limits? boardpack.limits

---@class boardpack.pillar either `measures`, or `add` and `remove` to change what another file lists
---@field measures? string[] names, in the order they are shown
---@field title? string of a pillar of a workspace's own
---@field add? string | string[]
---@field remove? string | string[]

---@class boardpack.override : boardpack.measure only the keys that change
---@field add? table<string, any> to lists: by, chart, compare, serves, windows
---@field remove? table keys by name, and entries of lists: { "target", by = { "district" } }

---Declares a measure: `measure "name" { … }`.
---@param name string lower-case letters, digits and underscores
---@return fun(declaration: boardpack.measure)
function measure(name) end

---Fills a pillar of the plan: `pillar "id" { measures = { … } }`.
---@param id string
---@return fun(declaration: boardpack.pillar)
function pillar(id) end

---Changes some keys of an installed measure: `override "name" { target = 90 }`.
---@param name string
---@return fun(changes: boardpack.override)
function override(name) end

---Puts another measure in the place of an installed one of that name.
---@param name string
---@return fun(declaration: boardpack.measure)
function replace(name) end

---Puts another list in the place of an installed one.
---@param id string
---@return fun(declaration: boardpack.pillar)
function replace_pillar(id) end

---Leaves installed measures out.
---@param names string | string[]
function switch_off(names) end

---Leaves pillars out, with the measures that stand in no other.
---@param ids string | string[]
function switch_off_pillar(ids) end

---Leaves installed papers out, by the file name of their template.
---@param names string | string[]
function switch_off_paper(names) end

---In a derive: one or the other, month by month.
---@param condition boardpack.series 0, or anything else
---@param a boardpack.series | number
---@param b boardpack.series | number
---@return boardpack.series
function where(condition, a, b) end

---In a derive: the largest.
---@param ... boardpack.series | number
---@return boardpack.series
function max(...) end

---In a derive: the smallest.
---@param ... boardpack.series | number
---@return boardpack.series
function min(...) end
