#pragma once
#include <boardpack/sdk/tables.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::expression {

/// The type of a value. Comparisons and `and`, `or`, `not` are three-valued as in SQL: true, false or unknown.
enum class Type { Boolean, Text, Number, Day, Time, Key };

enum class Op {
  Column,   ///< name in `text`
  Literal,  ///< Text in `text`; Number in `text` as written (at most four decimals); Day as "YYYY-MM-DD"
  True,
  False,
  Null,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  And,
  Or,
  Not,
  In,
  NotIn,  ///< operand, then the listed values
  Between,
  NotBetween,  ///< operand, low, high
  Like,
  NotLike,  ///< operand, pattern (a literal with % and _)
  IsNull,
  IsNotNull,
  Add,
  Subtract,
  Multiply,
  Divide,
  Negate,
  Case,  ///< condition, value, condition, value, … [, else value]
  Coalesce,
  Lower,
  StartsWith,
  Contains,  ///< a text that may hold several (sdk::kSeveral), and one of them (a literal)
  Minutes,
  Days,  ///< minutes(a, b), days(a, b): from a to b
  Month,
  Weekday,
  Hour  ///< month 1 to 12; weekday 1 (Monday) to 7; hour 0 to 23
};

/// One node of a checked tree; never changed after parsing.
struct Node {
  Op op;
  Type type;
  std::string text;
  std::vector<std::shared_ptr<const Node>> children;
  std::size_t position = 0;  ///< offset in the text it was read from
};
using Tree = std::shared_ptr<const Node>;

/// What is wrong with an expression, and where.
struct Problem {
  std::string sentence;      ///< "There is no column 'categry' in crimes. Did you mean 'category'?"
  std::size_t position = 0;  ///< offset in the text
};

/// A parsed and typed tree, or the first problem.
struct ParseResult {
  Tree tree;  ///< nullptr when there is a problem
  Problem problem;
};

/// Reads, checks and types `text` over the columns of `table`. The whole text must be one expression of type `wanted`
/// (Boolean for where, share, of; Number for sum, mean). At most 4,000 characters, 64 levels, 1,000 values.
ParseResult parse(std::string_view text, const sdk::Table& table, Type wanted);

/// Names of the columns a tree reads, each once, in order of name.
std::vector<std::string> columnsOf(const Node& tree);

/// The tree as one line of text that parses back into the same tree: for `explain` and digests.
std::string print(const Node& tree);
/// The tree in words, for a measure's sentence: "category is 'Robbery' and area is not 'Area not known'".
std::string words(const Node& tree);

/// The tree as an expression of DuckDB's SQL over columns of the same names. Only this text ever reaches the engine.
std::string toDuckDb(const Node& tree);
/// A name or text quoted for DuckDB.
std::string quoteName(std::string_view name);
std::string quoteText(std::string_view text);

}  // namespace boardpack::expression
