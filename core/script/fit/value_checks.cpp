#include "script/fit/value_checks.hpp"

#include "base/text.hpp"
#include "script/fit/column_sources.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace boardpack::script {
namespace {

using expression::Node;
using expression::Op;
using expression::Type;
using Values = std::vector<std::string>;

constexpr std::size_t kMostListed = 15;

void include(Values& values, std::string_view value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) {
    values.emplace_back(value);
  }
}

/// A text for "" is one that is not known.
void includeCodes(Values& values, const sdk::ColumnMap& map) {
  for (const auto& [text, canonical] : map.codes) {
    if (!canonical.empty()) {
      include(values, canonical);
    }
  }
}

class Checks {
 public:
  Checks(const sdk::Table& table, const sdk::Force& force) : table_(table), force_(force) {}

  void visit(const Node& node) {
    if (node.op == Op::Equal || node.op == Op::NotEqual) {
      compare(*node.children[0], *node.children[1]);
      compare(*node.children[1], *node.children[0]);
    } else if (node.op == Op::In || node.op == Op::NotIn) {
      for (std::size_t i = 1; i < node.children.size(); ++i) {
        compare(*node.children[0], *node.children[i]);
      }
    } else if (node.op == Op::Contains) {
      compareMember(*node.children[0], *node.children[1]);
    } else if (node.op == Op::IsNull || node.op == Op::IsNotNull) {
      askBlank(node);
    }
    for (const expression::Tree& child : node.children) {
      visit(*child);
    }
  }

  std::vector<expression::Problem> problems;

 private:
  // All the texts that a column can hold; nothing when the extract decides.
  std::optional<Values> valuesOfColumn(const std::string& column) const {
    Values values;
    bool is_filled = false;
    for (const ColumnSource& source : sourcesOf(force_, table_, column)) {
      if (source.map == nullptr) {
        continue;
      }
      is_filled = true;
      if (source.map->parse == sdk::Parse::Code) {
        includeCodes(values, *source.map);
      } else if (source.map->parse == sdk::Parse::LsoaArea) {
        includeAreas(values);
      } else {
        return std::nullopt;
      }
    }
    return is_filled ? std::optional(values) : std::nullopt;
  }

  void includeAreas(Values& values) const {
    for (const sdk::Area& area : force_.areas) {
      if (area.level == "district") {
        include(values, area.name);
      }
    }
    include(values, sdk::kOutsideForce);
    include(values, sdk::kAreaNotKnown);
  }

  // All the texts that a value can be; nothing when it can be any.
  std::optional<Values> valuesOf(const Node& node) const {
    switch (node.op) {
      case Op::Column:
        return valuesOfColumn(node.text);
      case Op::Literal:
        return Values{node.text};
      case Op::Null:
        return Values{};
      case Op::Lower: {
        const std::optional<Values> inner = valuesOf(*node.children[0]);
        if (!inner) {
          return std::nullopt;
        }
        Values lowered;
        for (const std::string& value : *inner) {
          include(lowered, base::lower(value));
        }
        return lowered;
      }
      case Op::Coalesce:
        return valuesOfAny(node, [](std::size_t) { return true; });
      case Op::Case:
        return valuesOfAny(node, [&](std::size_t i) { return i % 2 == 1 || i + 1 == node.children.size(); });
      default:
        return std::nullopt;
    }
  }

  template <typename IsResult>
  std::optional<Values> valuesOfAny(const Node& node, IsResult is_result) const {
    Values all;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (!is_result(i)) {
        continue;
      }
      const std::optional<Values> values = valuesOf(*node.children[i]);
      if (!values) {
        return std::nullopt;
      }
      for (const std::string& value : *values) {
        include(all, value);
      }
    }
    return all;
  }

  void compare(const Node& asked, const Node& literal) {
    if (asked.type != Type::Text || asked.op == Op::Literal || literal.op != Op::Literal) {
      return;
    }
    const std::optional<Values> values = valuesOf(asked);
    if (!values || std::find(values->begin(), values->end(), literal.text) != values->end()) {
      return;
    }
    tellUnknown(literal, base::printable(print(asked)), *values);
  }

  void tellUnknown(const Node& literal, const std::string& name, const Values& values) {
    std::string hint = base::didYouMean(literal.text, values);
    if (hint.empty() && values.size() <= kMostListed) {
      Values quoted;
      for (const std::string& value : values) {
        quoted.push_back("'" + value + "'");
      }
      hint = " Its values are " + base::joinWords(quoted) + ".";
    } else if (hint.empty()) {
      hint = " It has " + std::to_string(values.size()) + " values, and each is compared letter for letter.";
    }
    problems.push_back(
        {"'" + base::printable(literal.text) + "' is not a value of " + name + "." + hint, literal.position});
  }

  // A column's code list has the members that its texts are put together from.
  void compareMember(const Node& asked, const Node& member) {
    Values members;
    for (const ColumnSource& source :
         asked.op == Op::Column ? sourcesOf(force_, table_, asked.text) : std::vector<ColumnSource>()) {
      const bool has_list =
          source.map != nullptr && (source.map->parse == sdk::Parse::Codes || source.map->parse == sdk::Parse::Code);
      if (source.map != nullptr && !has_list) {
        return;
      }
      if (has_list) {
        includeCodes(members, *source.map);
      }
    }
    if (!members.empty() && std::find(members.begin(), members.end(), member.text) == members.end()) {
      tellUnknown(member, base::printable(print(asked)), members);
    }
  }

  void askBlank(const Node& node) {
    const Node& asked = *node.children[0];
    if (asked.op != Op::Column) {
      return;
    }
    const std::vector<ColumnSource> sources = sourcesOf(force_, table_, asked.text);
    const bool is_always_placed = !sources.empty() && std::all_of(sources.begin(), sources.end(), [](const auto& each) {
      return each.map != nullptr && each.map->parse == sdk::Parse::LsoaArea;
    });
    if (is_always_placed) {
      const std::string not_known = "'" + std::string(sdk::kAreaNotKnown) + "'";
      problems.push_back({asked.text + " is never blank: rows without a place are in " + not_known + ". Write " +
                              asked.text + (node.op == Op::IsNull ? " = " : " <> ") + not_known + ".",
                          node.position});
    }
  }

  const sdk::Table& table_;
  const sdk::Force& force_;
};

}  // namespace

std::vector<expression::Problem> valueProblems(const expression::Node& tree, const sdk::Table& table,
                                               const sdk::Force& force) {
  Checks checks(table, force);
  checks.visit(tree);
  return std::move(checks.problems);
}

}  // namespace boardpack::script
