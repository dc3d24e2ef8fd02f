#include "measure/definition/keys.hpp"

#include "base/text.hpp"
#include "measure/definition/kinds.hpp"
#include "series/chart_kind.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

constexpr const char* kFromRows = "count sum mean share rate median percentile share_of distinct repeats snapshot";
constexpr const char* kDated = "count sum mean share rate median percentile share_of distinct repeats";
constexpr const char* kAwaited = "count sum mean share rate ratio median percentile share_of distinct repeats";
constexpr const char* kSettling = "count sum mean share rate ratio derive median percentile share_of distinct repeats";
constexpr const char* kAmounts =
    "count sum mean share rate ratio derive median percentile share_of distinct repeats snapshot state_of figure";
constexpr const char* kOverPeriods =
    "count sum mean share rate ratio derive median percentile share_of distinct repeats figure";
constexpr const char* kGrouped =
    "count sum mean share rate ratio derive median percentile share_of distinct repeats snapshot state figure";

bool holdsWord(const std::string& words, const std::string& word) {
  return (" " + words + " ").find(" " + word + " ") != std::string::npos;
}

std::vector<std::string> split(const std::string& words) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    parts.push_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string> chartWords() {
  std::vector<std::string> words;
  for (const series::ChartKindRow& row : series::kChartKinds) {
    words.emplace_back(row.word);
  }
  return words;
}

/// Why keys have no meaning for kinds, where more is to be said than which kinds they belong to. The first row counts.
struct Refusal {
  const char* kinds;
  const char* keys;
  const char* sentence;
};
constexpr Refusal kRefusals[] = {
    {"ratio", "from where date of unknown weight",
     "the two parts of a ratio say this themselves: top = { from = …, where = …, date = … }."},
    {"derive", "from where date of unknown weight",
     "a derived measure reads other measures and sees no rows, so this has no meaning for it."},
    {"derive", "expected", "a derived measure is there when those that it reads are: say it of them."},
    {"state", "from where date of unknown weight",
     "people enter the states, in registers/entered-figures.csv; no rows are read, so this has no meaning."},
    {"figure", "from where date of unknown weight",
     "people enter the figures, in registers/entered-figures.csv; no rows are read, so this has no meaning."},
    {"state_of", "from where date of unknown weight",
     "it looks at the groups of another measure; no rows are read, so this has no meaning."},
    {"state_of", "by", "it looks at the groups of the measure that it names, so it has none of its own."},
    {"snapshot", "date", "a snapshot stands at the day that its rows are as at, or that they were extracted on."},
    {"state state_of snapshot", "peers",
     "what stands at a date is not compared with 12 months of other forces. Take 'peers' out."},
    {"snapshot", "expected settles_after",
     "a snapshot is of rows as they stand on a day: no month of it is still to come or to grow."},
    {"state state_of figure", "expected settles_after",
     "what people enter is there when they have entered it, so this has no meaning for it."},
    {"state", "unit decimals format target targets target_set_by chart better limits per_day",
     "states are words from the worst to the best, so this has no meaning for them."},
};

}  // namespace

const std::vector<KeyTable>& keyTables() {
  static const std::vector<KeyTable> tables = {
      {"measure",
       "exactly one of count, sum, mean, share, rate, ratio, derive, median, percentile, share_of, distinct, "
       "repeats, snapshot, state and figure, and what else is said of it"},
      {"weights", "weights that people keep in the small table `weights`"},
      {"rate", "what the rows are held against"},
      {"ratio", "one amount for each so many of another"},
      {"rows", "rows that are counted, or whose number is added up"},
      {"percentile", "a number of each row, and a share such as 0.9"},
      {"share_of", "an amount and a condition"},
      {"repeats", "who comes again"},
      {"states", "what is worked out of the groups of another measure"},
      {"groups", "several columns: { \"category\", \"district\" }; or { tree = { … } }; or { \"status\", top = 10 }"},
      {"chart", "one chart of the measure"},
      {"peers", "what the force is compared with others by"},
      {"limits", "how the limits of control charts are worked out"},
      {"override", "only the keys that change", "measure"},
      {"pillar", "either `measures`, or `add` and `remove` to change what another file lists"},
  };
  return tables;
}

const std::vector<Key>& allKeys() {
  static const std::string one_of_the_charts = "one of " + base::join(chartWords(), ", ");
  static const std::vector<Key> keys = {
      {.table = "measure",
       .name = "title",
       .holds = Holds::Text,
       .meaning = "the heading of its sheet and row; must be there",
       .example = "title = \"Recorded crime\"",
       .missing = "it heads tables and sheets, as in title = \"Recorded crime\""},
      {.table = "measure",
       .name = "from",
       .holds = Holds::Text,
       .meaning = "the table: `crimes`, `incidents`, `outcomes`, `stop_searches`, `calls`, … (all are in "
                  "`core/sdk/README.md`), "
                  "or "
                  "one of the force's own. Rows with a `crime_id` have the columns of their crime too: outcomes by "
                  "`category`, "
                  "`where = \"domestic\"`, from the fourth month of crimes on",
       .example = "from = \"crimes\"",
       .kinds = kFromRows,
       .missing = "it names the table, as in from = \"crimes\""},
      {.table = "measure",
       .name = "where",
       .holds = Holds::Condition,
       .meaning = "which rows, as a condition over the table's columns (below)",
       .example = "where = \"category = 'Robbery'\"",
       .kinds = kFromRows},
      {.table = "measure",
       .name = "date",
       .holds = Holds::Text,
       .meaning =
           "the column whose month a row falls into. Left out: `recorded_on`, `opened_at`, `outcome_on`, `searched_at`",
       .example = "date = \"recorded_on\"",
       .kinds = kDated},

      {.table = "measure",
       .name = "count",
       .holds = Holds::True,
       .meaning = "the number of rows",
       .example = "count = true",
       .kinds = "count"},
      {.table = "measure",
       .name = "sum",
       .holds = Holds::Expression,
       .meaning =
           "a number of each row, added up; `{ set = \"harm\", by = \"category\" }` adds up weights that people keep",
       .example = "sum = \"case when outcome_linked then 1 else 0 end\"",
       .nested = "weights",
       .kinds = "sum"},
      {.table = "measure",
       .name = "mean",
       .holds = Holds::Expression,
       .meaning = "its mean, over the rows where it is known",
       .example = "mean = \"case when outcome_linked then 100 else 0 end\"",
       .kinds = "mean"},
      {.table = "measure",
       .name = "share",
       .holds = Holds::Condition,
       .meaning =
           "of the rows, the share where this holds, in per cent. `of = \"…\"` narrows the rows it is a share of. Rows "
           "where it is not known are left out and counted apart; `unknown = \"no\"` counts them as no",
       .example = "share = \"outcome_group = 'Positive'\"",
       .kinds = "share"},
      {.table = "measure",
       .name = "rate",
       .holds = Holds::Table,
       .meaning = "rows for each 1,000 people or `\"households\"`; needs `population.csv` among the extracts, with the "
                  "columns "
                  "`area` (the force or a district), `year`, `kind` (people or households), `value`, `source`",
       .example = "rate = { per = 1000, of = \"people\" }",
       .nested = "rate",
       .kinds = "rate"},
      {.table = "measure",
       .name = "ratio",
       .holds = Holds::Table,
       .meaning =
           "one amount for each 100 of another. Each is the name of a count or a sum, or is written in place: `{ from "
           "= "
           "\"outcomes\", where = \"…\", date = \"…\", sum = \"…\" }`. `per` is 1 unless given; with `unit = \"%\"` it "
           "stays "
           "out",
       .example = "ratio = { top = \"positive_outcomes\", bottom = \"recorded_crime\", per = 100 }",
       .nested = "ratio",
       .kinds = "ratio"},
      {.table = "measure",
       .name = "derive",
       .holds = Holds::Function,
       .meaning = "other measures, for each group, month and window by itself: see below. Where one has no value there "
                  "is none; "
                  "division by zero gives `[z]`",
       .example = "derive = function(m) return m.robbery / m.recorded_crime * 100 end",
       .kinds = "derive",
       .lua = "fun(m: table<string, boardpack.series>): boardpack.series"},
      {.table = "measure",
       .name = "median",
       .holds = Holds::Expression,
       .meaning =
           "the middle one, over the rows where it is known. Of 12 months it is that of all their rows, not of monthly "
           "medians",
       .example = "median = \"minutes(opened_at, attended_at)\"",
       .kinds = "median"},
      {.table = "measure",
       .name = "percentile",
       .holds = Holds::Table,
       .meaning = "the value that 90% lie at or below; between two values in proportion, as `PERCENTILE.INC` of Excel",
       .example = "percentile = { \"minutes(opened_at, attended_at)\", 0.9 }",
       .nested = "percentile",
       .kinds = "percentile"},
      {.table = "measure",
       .name = "share_of",
       .holds = Holds::Table,
       .meaning = "of an amount added up, the share of the rows where the condition holds. `where` beside it narrows "
                  "what it is a "
                  "share of",
       .example = "share_of = { \"resource_minutes\", where = \"mental_health\" }",
       .nested = "share_of",
       .kinds = "share_of"},
      {.table = "measure",
       .name = "distinct",
       .holds = Holds::Text,
       .meaning = "how many different people or places, each once a month or window: a key or a text. Rows without a "
                  "key are left "
                  "out and counted apart",
       .example = "distinct = \"victim_key\"",
       .kinds = "distinct",
       .missing = "it names the column that tells them apart"},
      {.table = "measure",
       .name = "repeats",
       .holds = Holds::Table,
       .meaning = "who comes again (below)",
       .example = "repeats = { who = \"victim_key\", within = 12, count = \"who\" }",
       .nested = "repeats",
       .kinds = "repeats"},
      {.table = "measure",
       .name = "snapshot",
       .holds = Holds::Other,
       .meaning =
           "what stands at a date: `true` counts, a number of each row is added up; never a sum over months. Rows of a "
           "table with `as_at` give it for the latest day of each month; of others it is what stands on the day of "
           "extraction, and each month's is kept in the workspace",
       .example = "snapshot = true",
       .kinds = "snapshot",
       .lua = "true | string"},
      {.table = "measure",
       .name = "state",
       .holds = Holds::Other,
       .meaning =
           "one of a list, the worst first, that people enter for each group of its `by`; the force's is the worst of "
           "them. `state = { of = \"…\", count = \"red\" }` gives how many groups are at red, `{ of = \"…\", least = "
           "\"amber\" }` the share at amber or better",
       .example = "state = { \"red\", \"amber\", \"green\" }",
       .nested = "states",
       .kinds = "state state_of",
       .lua = "string[] | boardpack.states"},
      {.table = "measure",
       .name = "figure",
       .holds = Holds::True,
       .meaning = "a number that people enter, over the one window it names (the month when left out)",
       .example = "figure = true",
       .kinds = "figure"},

      {.table = "measure",
       .name = "of",
       .holds = Holds::Condition,
       .meaning = "which rows it is a share of",
       .example = "of = \"outcome_group <> 'Open'\"",
       .kinds = "share"},
      {.table = "measure",
       .name = "unknown",
       .holds = Holds::Word,
       .meaning = "how rows count where it is not known: as `\"no\"`, or they are left out",
       .example = "unknown = \"no\"",
       .words = {"left out", "no"},
       .kinds = "share share_of"},
      {.table = "measure",
       .name = "weight",
       .holds = Holds::Expression,
       .meaning = "how much a row counts: a number of each row, or `{ set = \"harm\", by = \"category\" }`, weights "
                  "that people "
                  "keep",
       .example = "weight = \"weight\"",
       .nested = "weights",
       .kinds = "mean share"},
      {.table = "measure",
       .name = "over",
       .holds = Holds::Word,
       .meaning = "what a longer window gives: the `\"last\"` value (as when left out), the mean of each month's, the "
                  "lowest or "
                  "the "
                  "highest",
       .example = "over = \"mean\"",
       .words = {"last", "mean", "lowest", "highest"},
       .kinds = "snapshot"},
      {.table = "measure",
       .name = "at",
       .holds = Holds::Word,
       .meaning = "up to what day: the month's end (as when left out), or the latest up to the board's",
       .example = "at = \"latest\"",
       .words = {"month end", "latest"},
       .kinds = "snapshot"},
      {.table = "measure",
       .name = "by",
       .holds = Holds::Other,
       .meaning =
           "breakdowns: text columns (`\"category\"`), levels of the force's areas (`\"district\"`), or `\"areas\"` "
           "for "
           "every level. Of an entry that is a table: `{ \"category\", \"district\" }` are the groups of both; `{ tree "
           "= { "
           "\"category\", \"subcategory\" } }` are groups within groups (\"Theft > Shoplifting\"), a blank being \"Not "
           "known\" within its own; `{ \"status\", top = 10 }` are the 10 largest of the latest 12 months (below), and "
           "the "
           "rest as \"Other\" in every month. A breakdown of more than 60 groups is not shown, and the run says so and "
           "ends "
           "with 1; the force's figure and the other breakdowns are there",
       .example = "by = { \"category\", \"areas\" }",
       .nested = "groups",
       .kinds = kGrouped,
       .lua = "string | (string | boardpack.groups)[] | boardpack.groups"},
      {.table = "measure",
       .name = "serves",
       .holds = Holds::Texts,
       .meaning =
           "what it serves in the plan: a pillar's id (`\"safer\"`) or printed number (`\"4\"`), or an outcome of it "
           "(`\"4.1\"`, `\"safer.1\"`, or its words). The measure then stands in that pillar",
       .example = "serves = { \"safer\" }"},
      {.table = "measure",
       .name = "better",
       .holds = Holds::Word,
       .meaning = "`\"neither\"` when left out: decides what is an improvement and what a concern",
       .example = "better = \"lower\"",
       .words = {"lower", "higher", "neither"},
       .kinds = kAmounts},
      {.table = "measure",
       .name = "target",
       .holds = Holds::Other,
       .meaning = "a number in the unit of the values; of a share `0.9` or `\"90%\"`",
       .example = "target = 150",
       .kinds = kAmounts,
       .lua = "number | string"},
      {.table = "measure",
       .name = "targets",
       .holds = Holds::Other,
       .meaning = "by month, each until the next: `{ [\"2024-04\"] = 150, [\"2025-04\"] = 140 }`; `false` ends it",
       .example = "targets = { [\"2024-04\"] = 150, [\"2025-04\"] = 140 }",
       .kinds = kAmounts,
       .lua = "table<string, number | string | false>"},
      {.table = "measure",
       .name = "unit",
       .holds = Holds::Text,
       .meaning = "what follows a value, as in `\"minutes\"`; of a share always `\"%\"`",
       .example = "unit = \"minutes\"",
       .kinds = kAmounts},
      {.table = "measure",
       .name = "decimals",
       .holds = Holds::Whole,
       .meaning = "when left out 0 for what is counted or entered and for a derive that only adds, subtracts, "
                  "multiplies, shifts "
                  "or compares such, 1 for others",
       .example = "decimals = 0",
       .least = 0,
       .most = 4,
       .kinds = kAmounts},
      {.table = "measure",
       .name = "windows",
       .holds = Holds::Other,
       .meaning =
           "which of `\"month\"`, `\"12 months\"` (or `\"mrt\"`), `\"financial year to date\"` (or `\"ytd\"`), "
           "`\"quarter\"`, `\"financial year\"`, `\"calendar year\"` (the latest whole one), `\"since 2018-10\"`, "
           "`\"2018-01 "
           "to 2018-06\"`, `\"wave\"`. When left out: the first three; of figures, states and snapshots (but those "
           "with "
           "another `over` than `\"last\"`) the month",
       .example = "windows = { \"month\", \"12 months\" }",
       .lua = "boardpack.window | boardpack.window[]"},
      {.table = "measure",
       .name = "since",
       .holds = Holds::Text,
       .meaning =
           "a month, or the title of an event of the register: the window begins with the first whole month after it",
       .example = "since = \"2018-10\""},
      {.table = "measure",
       .name = "survey",
       .holds = Holds::Text,
       .meaning =
           "whose waves `\"wave\"` means, as the register of waves names it; without `windows` that is the only one",
       .example = "survey = \"public\""},
      {.table = "measure",
       .name = "compare",
       .holds = Holds::Texts,
       .meaning =
           "what figures are compared with besides the period before and the year before: `\"2016\"`, `\"2014/15\"`, "
           "`\"2018-06\"`, `\"2018-01 to 2018-06\"`, `\"1-year mean\"`, `\"18-month mean\"`, `\"last published\"` (see "
           "`--published`)",
       .example = "compare = { \"2016\", \"3-year mean\" }"},
      {.table = "measure",
       .name = "peers",
       .holds = Holds::Table,
       .meaning = "what the force is compared with others by: `{ measure = \"theft offences\" }`, a measure of the "
                  "comparators "
                  "(below)",
       .example = "peers = { measure = \"theft offences\", group = \"MSG\" }",
       .nested = "peers",
       .kinds = kOverPeriods},
      {.table = "measure",
       .name = "chart",
       .holds = Holds::Other,
       .meaning = "`false` for none, one table or a list of tables (below)",
       .example = "chart = { kind = \"xmr\" }",
       .nested = "chart",
       .kinds = kAmounts,
       .lua = "false | boardpack.chart | boardpack.chart[]"},
      {.table = "measure",
       .name = "note",
       .holds = Holds::Text,
       .meaning = "what a reader must know; it is printed with the figures",
       .example = "note = \"Homes and other buildings together.\""},
      {.table = "measure",
       .name = "owner",
       .holds = Holds::Text,
       .meaning = "a role",
       .example = "owner = \"Head of Contact\""},
      {.table = "measure",
       .name = "source",
       .holds = Holds::Text,
       .meaning = "where the data come from",
       .example = "source = \"police.uk\""},
      {.table = "measure",
       .name = "target_set_by",
       .holds = Holds::Text,
       .meaning = "who set the target",
       .example = "target_set_by = \"the Commissioner\"",
       .kinds = kAmounts},
      {.table = "measure",
       .name = "last_reviewed",
       .holds = Holds::Text,
       .meaning = "a day",
       .example = "last_reviewed = \"2025-04-01\""},
      {.table = "measure",
       .name = "wanted",
       .holds = Holds::Text,
       .meaning = "what is hoped for apart from `better`",
       .example = "wanted = \"more reporting\""},
      {.table = "measure",
       .name = "format",
       .holds = Holds::Word,
       .meaning = "`\"duration\"` of a value in seconds or minutes: words say \"8 minutes 56 seconds\"",
       .example = "format = \"duration\"",
       .words = {"plain", "duration"},
       .kinds = kAmounts},
      {.table = "measure",
       .name = "expected",
       .holds = Holds::Text,
       .meaning = "the time after a month's end by which its data have come: `\"day 35\"`, `\"2 months\"`. The measure "
                  "is then "
                  "told for its own latest month, and said to be overdue when the next month's data were due before "
                  "the day of "
                  "the "
                  "board (`--board-date`; without it the latest extraction's day)",
       .example = "expected = \"day 35\"",
       .kinds = kAwaited},
      {.table = "measure",
       .name = "settles_after",
       .holds = Holds::Whole,
       .meaning = "months until a figure no longer grows: nearer ones are provisional, and windows with them",
       .example = "settles_after = 2",
       .least = 0,
       .most = 60,
       .kinds = kSettling},
      {.table = "measure",
       .name = "per_day",
       .holds = Holds::Truth,
       .meaning = "`true`: control charts look at the mean of a day of each month",
       .example = "per_day = true",
       .kinds = "count sum rate derive"},
      {.table = "measure",
       .name = "limits",
       .holds = Holds::Table,
       .meaning = "`{ baseline = \"2018-04 to 2019-03\", steps = { \"2019-06\" }, screen = false, laney = true }`: how "
                  "the limits "
                  "of control charts are worked out (below)",
       .example = "limits = { baseline = \"2018-04 to 2019-03\" }",
       .nested = "limits",
       .kinds = kAmounts},

      {.table = "weights",
       .name = "set",
       .holds = Holds::Text,
       .meaning = "the name of the set",
       .example = "set = \"harm\"",
       .missing = "it names the set, as in set = \"harm\""},
      {.table = "weights",
       .name = "by",
       .holds = Holds::Text,
       .meaning = "the column of texts whose groups have the weights",
       .example = "by = \"category\"",
       .missing = "it names the column whose groups have weights, as in by = \"category\""},

      {.table = "rate",
       .name = "per",
       .holds = Holds::Number,
       .meaning = "1,000 when left out",
       .example = "per = 1000",
       .least = 1,
       .most = 1'000'000},
      {.table = "rate",
       .name = "of",
       .holds = Holds::Word,
       .meaning = "what the rows are held against",
       .example = "of = \"people\"",
       .words = {"people", "households"},
       .missing = "of = \"people\" or of = \"households\""},

      {.table = "ratio",
       .name = "top",
       .holds = Holds::Other,
       .meaning = "the name of a count or a sum, or rows in place",
       .example = "top = \"positive_outcomes\"",
       .nested = "rows",
       .missing = "the name of a count or a sum, or { from = … }",
       .lua = "string | boardpack.rows"},
      {.table = "ratio",
       .name = "bottom",
       .holds = Holds::Other,
       .meaning = "the name of a count or a sum, or rows in place",
       .example = "bottom = \"recorded_crime\"",
       .nested = "rows",
       .missing = "the name of a count or a sum, or { from = … }",
       .lua = "string | boardpack.rows"},
      {.table = "ratio",
       .name = "per",
       .holds = Holds::Number,
       .meaning = "1 when left out",
       .example = "per = 100",
       .least = 1,
       .most = 1'000'000},

      {.table = "rows",
       .name = "from",
       .holds = Holds::Text,
       .meaning = "the table",
       .example = "from = \"outcomes\"",
       .missing = "it names the table, as in from = \"crimes\""},
      {.table = "rows",
       .name = "where",
       .holds = Holds::Condition,
       .meaning = "which rows",
       .example = "where = \"outcome_group = 'Positive'\""},
      {.table = "rows",
       .name = "sum",
       .holds = Holds::Expression,
       .meaning = "a number to add up; the rows are counted when left out",
       .example = "sum = \"resource_minutes\""},
      {.table = "rows",
       .name = "date",
       .holds = Holds::Text,
       .meaning = "the column whose month a row falls into",
       .example = "date = \"outcome_on\""},

      {.table = "percentile",
       .name = "[1]",
       .holds = Holds::Expression,
       .meaning = "a number of each row",
       .example = "\"minutes(opened_at, attended_at)\"",
       .missing = "a number of each row"},
      {.table = "percentile",
       .name = "[2]",
       .holds = Holds::Number,
       .meaning = "a share between 0 and 1 of at most four decimals",
       .example = "0.9",
       .missing = "a share"},

      {.table = "share_of",
       .name = "[1]",
       .holds = Holds::Expression,
       .meaning = "an amount",
       .example = "\"resource_minutes\"",
       .missing = "an amount"},
      {.table = "share_of",
       .name = "where",
       .holds = Holds::Condition,
       .meaning = "the condition",
       .example = "where = \"mental_health\"",
       .missing = "a condition"},

      {.table = "repeats",
       .name = "who",
       .holds = Holds::Text,
       .meaning = "the column that tells them apart: a key or a text",
       .example = "who = \"victim_key\"",
       .missing = "it names the column that tells them apart"},
      {.table = "repeats",
       .name = "within",
       .holds = Holds::Other,
       .meaning = "months that a row looks back, 1 to 60, its own day the last; 12 when left out. `\"ever\"`: all the "
                  "data there "
                  "is, and the note says how far back that goes",
       .example = "within = 12",
       .least = 1,
       .most = 60,
       .words = {"ever"},
       .lua = "integer | \"ever\""},
      {.table = "repeats",
       .name = "min",
       .holds = Holds::Whole,
       .meaning =
           "a row is a repeat when it is at least so many-th of its key within those months: 2 when left out, 3 for "
           "\"repeat repeats\"",
       .example = "min = 3",
       .least = 2,
       .most = 100},
      {.table = "repeats",
       .name = "exactly",
       .holds = Holds::Whole,
       .meaning = "people whose furthest row in the period is that one (\"twice only\"); of events, those that are "
                  "just that one",
       .example = "exactly = 2",
       .least = 1,
       .most = 100},
      {.table = "repeats",
       .name = "first_time",
       .holds = Holds::Truth,
       .meaning =
           "`true`: only those who reach `min` in the period, and did not in the `within` months before: a repeat "
           "counts "
           "when no other row of its key in the months that end with its day was a repeat. Whether one was is told by "
           "the "
           "`within` months before it, so of 12 months the 24 before the period must be there, else it is `[x]`. Who "
           "reached `min` longer ago counts as first again; `within = \"ever\"` counts each once, as far back as the "
           "data "
           "goes",
       .example = "first_time = true"},
      {.table = "repeats",
       .name = "count",
       .holds = Holds::Word,
       .meaning =
           "`\"who\"` counts people or places, `\"events\"` the rows that are repeats. It must be there, for the two "
           "differ "
           "much",
       .example = "count = \"who\"",
       .words = {"who", "events"},
       .missing = "count = \"who\" counts people or places, count = \"events\" the rows that are repeats. The two "
                  "differ much"},
      {.table = "repeats",
       .name = "as",
       .holds = Holds::Word,
       .meaning = "`\"share\"` of all people (or rows) with a key, in per cent; `\"share of repeats\"` of those that "
                  "repeat; else "
                  "a "
                  "number",
       .example = "as = \"share\"",
       .words = {"number", "share", "share of repeats"}},

      {.table = "states",
       .name = "of",
       .holds = Holds::Text,
       .meaning = "a measure of states",
       .example = "of = \"plan_state\"",
       .missing = "it names a measure of states, as in of = \"plan_state\""},
      {.table = "states",
       .name = "count",
       .holds = Holds::Text,
       .meaning = "how many are at this state",
       .example = "count = \"red\""},
      {.table = "states",
       .name = "least",
       .holds = Holds::Text,
       .meaning = "the share at this state or better",
       .example = "least = \"amber\""},

      {.table = "groups",
       .name = "tree",
       .holds = Holds::Texts,
       .meaning = "columns from the root down: groups within groups",
       .example = "tree = { \"category\", \"subcategory\" }"},
      {.table = "groups",
       .name = "top",
       .holds = Holds::Whole,
       .meaning = "the largest groups, the rest as \"Other\"",
       .example = "top = 10",
       .least = 1,
       .most = 59},

      {.table = "chart",
       .name = "kind",
       .holds = Holds::Word,
       .meaning = "what it shows (below)",
       .example = "kind = \"xmr\"",
       .words = chartWords(),
       .missing = one_of_the_charts.c_str()},
      {.table = "chart",
       .name = "by",
       .holds = Holds::Text,
       .meaning = "the breakdown, of `\"change\"`, `\"stacked\"` and `\"multiples\"`; of `\"funnel\"` the first area, "
                  "or none for "
                  "all forces",
       .example = "by = \"district\""},
      {.table = "chart",
       .name = "months",
       .holds = Holds::Whole,
       .meaning = "shown at the most; 36 when left out. A pack keeps 60",
       .example = "months = 24",
       .least = series::kFewestChartMonths,
       .most = series::kHistoryMonths},

      {.table = "peers",
       .name = "measure",
       .holds = Holds::Text,
       .meaning =
           "the comparators' measure: \"total recorded crime\", \"violence against the person\", \"theft offences\", "
           "\"robbery\" …; must be there",
       .example = "measure = \"theft offences\"",
       .missing = "it names the comparators' measure, as in peers = { measure = \"theft offences\", group = \"MSG\" }"},
      {.table = "peers",
       .name = "group",
       .holds = Holds::Text,
       .meaning = "the group of the small table `peer-groups` whose mean is taken; \"MSG\" when left out",
       .example = "group = \"MSG\""},
      {.table = "peers",
       .name = "average",
       .holds = Holds::Word,
       .meaning =
           "`\"unweighted\"`, the mean of the members' rates (as when left out), or `\"weighted\"`, their counts over "
           "their "
           "populations",
       .example = "average = \"weighted\"",
       .words = {"unweighted", "weighted"}},
      {.table = "peers",
       .name = "include_own",
       .holds = Holds::Truth,
       .meaning = "`false` leaves the force itself out of the mean",
       .example = "include_own = false"},
      {.table = "peers",
       .name = "leave_out",
       .holds = Holds::Texts,
       .meaning = "forces that the rank does not count",
       .example = "leave_out = { \"City of London\" }"},
      {.table = "peers",
       .name = "oldest",
       .holds = Holds::Whole,
       .meaning = "how many months before the month reported on the comparators' period may end: 24 when left out. "
                  "What is older "
                  "is not told, and the pack says why",
       .example = "oldest = 36",
       .least = 0,
       .most = 120},

      {.table = "limits",
       .name = "baseline",
       .holds = Holds::Text,
       .meaning = "months that mean and limits come from",
       .example = "baseline = \"2023-01 to 2023-12\""},
      {.table = "limits",
       .name = "steps",
       .holds = Holds::Texts,
       .meaning = "months that limits begin anew with",
       .example = "steps = { \"2019-06\" }"},
      {.table = "limits",
       .name = "screen",
       .holds = Holds::Truth,
       .meaning = "`false`: large moving ranges count too",
       .example = "screen = false"},
      {.table = "limits",
       .name = "laney",
       .holds = Holds::Truth,
       .meaning = "of a share of many rows: Laney's p'",
       .example = "laney = true"},

      {.table = "override",
       .name = "add",
       .holds = Holds::Other,
       .meaning = "to lists: by, chart, compare, serves, windows",
       .example = "add = { by = { \"gender\" } }",
       .lua = "table<string, any>"},
      {.table = "override",
       .name = "remove",
       .holds = Holds::Other,
       .meaning = "keys by name, and entries of lists",
       .example = "remove = { \"note\", by = { \"ward\" } }",
       .lua = "table"},

      {.table = "pillar",
       .name = "measures",
       .holds = Holds::Texts,
       .meaning = "names, in the order they are shown",
       .example = "measures = { \"recorded_crime\" }"},
      {.table = "pillar",
       .name = "title",
       .holds = Holds::Text,
       .meaning = "of a pillar of a workspace's own",
       .example = "title = \"Safer roads\""},
      {.table = "pillar",
       .name = "add",
       .holds = Holds::Texts,
       .meaning = "measures besides those that another file lists",
       .example = "add = { \"shoplifting\" }"},
      {.table = "pillar",
       .name = "remove",
       .holds = Holds::Texts,
       .meaning = "measures that another file lists",
       .example = "remove = { \"robbery\" }"},
  };
  return keys;
}

const std::vector<ScriptFunction>& scriptFunctions() {
  using Group = ScriptFunction::Group;
  static const char* const kSeries = "boardpack.series";
  static const char* const kAmount = "boardpack.series | number";
  static const ScriptFunction::Parameter kMonths = {"months", "integer", "1 to 120"};
  static const std::vector<ScriptFunction> functions = {
      {Group::Declaring,
       "measure",
       {{"name", "string", "lower-case letters, digits and underscores"}},
       "fun(declaration: boardpack.measure)",
       "Declares a measure.",
       "measure \"name\" { … }"},
      {Group::Declaring,
       "pillar",
       {{"id", "string", ""}},
       "fun(declaration: boardpack.pillar)",
       "Fills a pillar of the plan, or changes what another file lists.",
       "pillar \"id\" { measures = { … } }"},
      {Group::Declaring,
       "override",
       {{"name", "string", ""}},
       "fun(changes: boardpack.override)",
       "Changes some keys of an installed measure.",
       "override \"name\" { target = 90 }"},
      {Group::Declaring,
       "replace",
       {{"name", "string", ""}},
       "fun(declaration: boardpack.measure)",
       "Puts another measure in the place of an installed one of that name.",
       "replace \"name\" { … }"},
      {Group::Declaring,
       "replace_pillar",
       {{"id", "string", ""}},
       "fun(declaration: boardpack.pillar)",
       "Gives a pillar another list in the place of an installed one.",
       "replace_pillar \"id\" { measures = { … } }"},
      {Group::Declaring,
       "switch_off",
       {{"names", "string | string[]", ""}},
       "",
       "Leaves installed measures out.",
       "switch_off { \"one\", \"other\" }"},
      {Group::Declaring,
       "switch_off_pillar",
       {{"ids", "string | string[]", ""}},
       "",
       "Leaves pillars out, with the measures that stand in no other.",
       "switch_off_pillar \"safer\""},
      {Group::Declaring,
       "switch_off_paper",
       {{"names", "string | string[]", ""}},
       "",
       "Leaves installed papers out, by the file name of their template.",
       "switch_off_paper \"scrutiny-paper\""},

      {Group::Method, "shift", {kMonths}, kSeries, "of so many months earlier, over the same window", "m.a:shift(12)"},
      {Group::Method,
       "rolling",
       {kMonths},
       kSeries,
       "the months that end with the month: the sum of what adds up; of a share, mean, rate or ratio the ratio of the "
       "sums. Window \"month\" only, and no limits, since neighbouring values share months",
       "m.a:rolling(12)"},
      {Group::Method,
       "mean",
       {kMonths},
       kSeries,
       "the mean month of them; of a ratio write `:rolling`",
       "m.a:mean(12)"},
      {Group::Method,
       "at",
       {{"period", "string | integer", ""}},
       kSeries,
       "of a fixed month (`\"2019-03\"`, over the same window), calendar year (`\"2016\"`) or financial year "
       "(`\"2016/17\"`), whatever the month. The amount of a year is held against windows of 12 months",
       "m.a:at(\"2019-03\")"},
      {Group::Method,
       "above",
       {{"other", kAmount, ""}},
       kSeries,
       "1 where it is above and 0 where not; a number may stand in place of `m.b`. Decimals are compared as people do: "
       "0.1 + 0.2 equals 0.3, and what a quotient leaves after its 12th digit makes no difference. `==`, `<`, `and`, "
       "`or`, `not` and `if` cannot ask for values, which are not known yet when the script is read",
       "m.a:above(m.b)"},
      {Group::Method,
       "below",
       {{"other", kAmount, ""}},
       kSeries,
       "1 where it is below and 0 where not",
       "m.a:below(m.b)"},
      {Group::Method,
       "at_least",
       {{"other", kAmount, ""}},
       kSeries,
       "1 where it is not below and 0 where it is",
       "m.a:at_least(m.b)"},
      {Group::Method,
       "at_most",
       {{"other", kAmount, ""}},
       kSeries,
       "1 where it is not above and 0 where it is",
       "m.a:at_most(m.b)"},
      {Group::Method,
       "equals",
       {{"other", kAmount, ""}},
       kSeries,
       "1 where both are the same and 0 where not. Values of 1 and 0 (of these five) have no limits, season, forecast, "
       "change in per cent or significance: nothing varies about a level",
       "m.a:equals(m.b)"},

      {Group::OfDerive,
       "where",
       {{"condition", kSeries, "0, or anything else"}, {"a", kAmount, ""}, {"b", kAmount, ""}},
       kSeries,
       "one or the other, month by month",
       "where(m.a:above(5), m.a, 0)"},
      {Group::OfDerive, "max", {{"...", kAmount, ""}}, kSeries, "the larger", "max(m.a, m.b)"},
      {Group::OfDerive, "min", {{"...", kAmount, ""}}, kSeries, "the smaller", "min(m.a, m.b)"},
  };
  return functions;
}

std::vector<Key> keysOf(const std::string& table) {
  std::vector<Key> keys;
  std::copy_if(allKeys().begin(), allKeys().end(), std::back_inserter(keys),
               [&](const Key& key) { return table == key.table; });
  return keys;
}

const Key* findKey(const std::string& table, const std::string& name) {
  const auto found = std::find_if(allKeys().begin(), allKeys().end(),
                                  [&](const Key& key) { return name == key.name && table == key.table; });
  return found == allKeys().end() ? nullptr : &*found;
}

std::vector<std::string> keyNames(const std::string& table) {
  std::vector<std::string> names;
  for (const Key& key : allKeys()) {
    if (table == key.table) {
      names.emplace_back(key.name);
    }
  }
  return names;
}

const std::vector<std::string>& kindKeys() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> all;
    for (const KindRow& row : kinds()) {
      all.emplace_back(row.key);
    }
    return all;
  }();
  return keys;
}

const std::vector<std::string>& kindForms() {
  static const std::vector<std::string> forms = [] {
    std::vector<std::string> all = kindKeys();
    all.insert(std::find(all.begin(), all.end(), "figure"), kStateOf);
    return all;
  }();
  return forms;
}

bool belongs(const Key& key, const std::string& kind) { return *key.kinds == '\0' || holdsWord(key.kinds, kind); }

std::optional<std::string> whyNot(const Key& key, const std::string& kind) {
  if (belongs(key, kind)) {
    return std::nullopt;
  }
  for (const Refusal& refusal : kRefusals) {
    if (holdsWord(refusal.kinds, kind) && holdsWord(refusal.keys, key.name)) {
      return refusal.sentence;
    }
  }
  std::vector<std::string> kinds;
  for (const std::string& each : split(key.kinds)) {
    kinds.push_back("'" + each + "'");
  }
  return "this belongs to " + base::joinWords(kinds) + "; '" + kind + "' has no use for it." +
         (key.name == std::string("of") ? " Conditions stand in 'where'." : "");
}

std::string whyGone(const std::string& table, const std::string& name) {
  return table == "chart" && name == "window"
             ? " Each kind of chart has its own window: kind = \"mrt\" shows the 12-month total. There are no limits "
               "on a "
               "rolling total: without any real change, 64 in 100 of its latest points would be flagged."
             : "";
}

}  // namespace boardpack::measure
