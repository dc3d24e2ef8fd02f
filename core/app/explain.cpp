#include "app/build_pack.hpp"
#include "app/commands.hpp"
#include "base/text.hpp"
#include "findings/words.hpp"
#include "measure/evaluation/evaluate.hpp"
#include "statistics/analyse.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace boardpack::app {
namespace {

using expression::Node;
using expression::Op;
using expression::Tree;
using expression::Type;

/// A group as --group names it: "district=Hartlepool".
struct GroupName {
  std::string breakdown;
  std::string group;
};

GroupName readGroup(const std::string& text) {
  if (text.empty()) {
    return {};
  }
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) {
    throw sdk::Error(sdk::ErrorKind::Command,
                     fmt::format("--group takes BREAKDOWN=GROUP, such as district=Hartlepool; '{}' has no '='.",
                                 base::printable(text)));
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

const series::GroupSeries& findGroup(const series::Series& series, const GroupName& name) {
  if (const series::GroupSeries* found = series.find(name.breakdown, name.group)) {
    return *found;
  }
  std::vector<std::string> known;
  for (const series::GroupSeries& group : series.groups) {
    if (!group.isForce()) {
      known.push_back(group.breakdown + "=" + group.group);
    }
  }
  throw sdk::Error(sdk::ErrorKind::Command,
                   fmt::format("The measure {} has no group {}={}.{} It has: {}.", series.info.name, name.breakdown,
                               base::printable(name.group), base::didYouMean(name.breakdown + "=" + name.group, known),
                               known.empty() ? "none besides the force" : base::join(known, ", ")));
}

Tree node(Op op, Type type, std::string text, std::vector<Tree> children) {
  return std::make_shared<const Node>(Node{op, type, std::move(text), std::move(children), 0});
}

Tree both(const Tree& a, const Tree& b) {
  if (!a || !b) {
    return a ? a : b;
  }
  return node(Op::And, Type::Boolean, "", {a, b});
}

/// The condition that a row is in the group; nullptr for the force.
Tree groupCondition(const GroupName& name, const sdk::Force& force, const sdk::Table& table) {
  if (name.breakdown.empty()) {
    return nullptr;
  }
  std::string column = name.breakdown;
  std::vector<std::string> values = {name.group};
  const bool is_level = std::any_of(force.area_levels.begin(), force.area_levels.end(),
                                    [&](const sdk::AreaLevel& level) { return level.id == name.breakdown; });
  if (is_level) {
    column = table.area_column;
    for (const sdk::Area& area : force.areas) {
      if (area.parent == name.group) {
        values.push_back(area.name);
      }
    }
  }
  std::vector<Tree> children = {node(Op::Column, Type::Text, column, {})};
  for (const std::string& value : values) {
    children.push_back(node(Op::Literal, Type::Text, value, {}));
  }
  return node(Op::In, Type::Boolean, "", std::move(children));
}

base::MonthRange rangeOf(series::Window window, base::Month month) {
  switch (window) {
    case series::Window::Mrt:
      return {month - 11, month};
    case series::Window::Ytd:
      return {month.financialYearStart(), month};
    case series::Window::Month:
      break;
  }
  return {month, month};
}

std::string tableText(const warehouse::RowTable& table) {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    std::size_t width = table.columns[c].size();
    for (const std::vector<std::string>& row : table.rows) {
      width = std::max(width, row[c].size());
    }
    widths.push_back(width);
  }
  std::string text;
  const auto line = [&](const std::vector<std::string>& cells) {
    text += "  ";
    for (std::size_t c = 0; c < cells.size(); ++c) {
      text += c + 1 < cells.size() ? fmt::format("{:{}}  ", cells[c], widths[c]) : cells[c];
    }
    text += "\n";
  };
  line(table.columns);
  for (const std::vector<std::string>& row : table.rows) {
    line(row);
  }
  return text;
}

/// The rows behind one part of a measure: those that count, those that do not, those where it is not known.
class RowsBehind {
 public:
  RowsBehind(const Options& options, const sdk::Force& force, warehouse::Warehouse& warehouse, base::MonthRange months,
             GroupName group)
      : options_(options), force_(force), warehouse_(warehouse), months_(months), group_(std::move(group)) {}

  void print(const std::string& heading, const measure::RowSet& rows, const Tree& condition) {
    const sdk::Table* table = sdk::findTable(rows.table);
    for (const sdk::Table& own : force_.tables) {
      table = own.name == rows.table ? &own : table;
    }
    if (table == nullptr) {
      return;
    }
    const Tree in_group = groupCondition(group_, force_, *table);
    const Tree where = both(both(rows.where, in_group), condition);
    text_ += fmt::format("\n{}\n", heading);
    using Truth = warehouse::RowQuery::Truth;
    show("counted", rows, where, Truth::True);
    if (where) {
      show("not counted", rows, where, Truth::False);
      show("not known, so left out", rows, where, Truth::Unknown);
    }
  }

  const std::string& text() const { return text_; }

 private:
  void show(const std::string& words, const measure::RowSet& rows, const Tree& where,
            warehouse::RowQuery::Truth truth) {
    warehouse::RowQuery query;
    query.table = rows.table;
    query.date = rows.date;
    query.months = months_;
    query.where = where;
    query.truth = truth;
    query.most = static_cast<std::size_t>(options_.rows);
    const warehouse::RowTable found = warehouse_.rows(query);
    text_ += fmt::format("{} {}{}\n", base::countOf(found.total, "row", "rows"), words,
                         static_cast<std::size_t>(found.total) > found.rows.size()
                             ? fmt::format("; the first {}:", found.rows.size())
                             : ":");
    if (!found.rows.empty()) {
      text_ += tableText(found);
    }
    if (truth == warehouse::RowQuery::Truth::True) {
      text_ += fmt::format("  asked as: {}\n", found.statement);
    }
  }

  const Options& options_;
  const sdk::Force& force_;
  warehouse::Warehouse& warehouse_;
  base::MonthRange months_;
  GroupName group_;
  std::string text_;
};

void showRows(const measure::MeasureDefinition& definition, const measure::MeasureSet& set, RowsBehind& behind) {
  using series::MeasureKind;
  switch (definition.info.kind) {
    case MeasureKind::Share:
      behind.print(fmt::format("Rows of {}, of which the share is taken", definition.rows.table), definition.rows,
                   definition.of);
      behind.print("Rows where the share's condition holds", definition.rows, both(definition.of, definition.met));
      return;
    case MeasureKind::Ratio:
      for (const auto& [name, part] : {std::pair{"top", &definition.top}, std::pair{"bottom", &definition.bottom}}) {
        if (part->rows) {
          behind.print(fmt::format("Rows of the {}", name), *part->rows, nullptr);
        } else if (const measure::MeasureDefinition* other = set.find(part->measure)) {
          showRows(*other, set, behind);
        }
      }
      return;
    case MeasureKind::Derive:
      for (const std::string& name : definition.reads) {
        if (const measure::MeasureDefinition* other = set.find(name)) {
          showRows(*other, set, behind);
        }
      }
      return;
    case MeasureKind::Count:
    case MeasureKind::Sum:
    case MeasureKind::Mean:
    case MeasureKind::Rate:
      behind.print(fmt::format("Rows of {} ({})", definition.rows.table, definition.info.name), definition.rows,
                   nullptr);
  }
}

std::string figureText(const series::Analysed& analysed, const series::GroupSeries& group, base::Month month) {
  const series::MeasureInfo& info = analysed.series.info;
  std::string text;
  for (const series::Window window : info.windows) {
    const series::Cell cell = analysed.series.at(group, window, month);
    text += fmt::format("  {}: {}", findings::periodWords(window, month), findings::valueWords(info, cell));
    if (cell.numerator && cell.denominator) {
      text += fmt::format(" ({} of {})", base::exactNumber(*cell.numerator), base::exactNumber(*cell.denominator));
    }
    if (cell.unknown > 0) {
      text += fmt::format("; not known: {}", base::formatNumber(static_cast<double>(cell.unknown)));
    }
    text += "\n";
  }
  const auto at = static_cast<std::size_t>(&group - analysed.series.groups.data());
  for (const series::Comparison& comparison : analysed.groups[at].comparisons) {
    text += fmt::format("  {} against {}: {}\n", findings::periodWords(comparison.window, month),
                        findings::periodWords(comparison.window, comparison.reference_period),
                        findings::changeWords(info, comparison));
  }
  text += fmt::format("  {}\n", findings::variationWords(analysed.groups[at]));
  return text;
}

}  // namespace

int explain(const Options& options) {
  const Session session = openSession(options);
  const measure::MeasureDefinition* definition = session.measures().find(options.measure);
  if (definition == nullptr) {
    std::vector<std::string> known;
    for (const measure::MeasureDefinition& other : session.measures().measures) {
      known.push_back(other.info.name);
    }
    throw sdk::Error(
        sdk::ErrorKind::Command,
        fmt::format("There is no measure '{}'.{} `boardpack list measures {}` lists them.",
                    base::printable(options.measure), base::didYouMean(options.measure, known), session.force->code));
  }
  const GroupName group_name = readGroup(options.group);
  Progress progress(options.quiet);
  LoadedData data = loadData(options, *session.force, progress);

  measure::EvaluationRequest request;
  request.month = *options.month;
  request.force = session.force;
  request.measures = &session.measures();
  request.wanted = {options.measure};
  const series::Analysed analysed =
      statistics::analyse(std::move(measure::evaluate(request, *data.warehouse).front()), *options.month);
  const series::GroupSeries& group = findGroup(analysed.series, group_name);

  std::string text = fmt::format("{}\n{}\n", definition->info.title, definition->info.sentence);
  text += fmt::format("Declared in {}.{}{}\n", definition->info.script,
                      definition->info.owner.empty() ? "" : " Owner: " + definition->info.owner + ".",
                      definition->info.note.empty() ? "" : "\nNote: " + definition->info.note);
  if (!analysed.series.failure.empty()) {
    text += fmt::format("The measure failed: {}\n", analysed.series.failure);
  }
  text += fmt::format("\n{}\n{}", options.group.empty() ? session.force->name : group_name.group,
                      figureText(analysed, group, *options.month));
  text += "\nWhat the engine was asked (all months and groups at once):\n";
  for (const std::string& statement : measure::statementsOf(*definition, request, *data.warehouse)) {
    text += fmt::format("  {}\n", statement);
  }
  const series::Window window = options.window == "mrt"   ? series::Window::Mrt
                                : options.window == "ytd" ? series::Window::Ytd
                                                          : series::Window::Month;
  RowsBehind behind(options, *session.force, *data.warehouse, rangeOf(window, *options.month), group_name);
  showRows(*definition, session.measures(), behind);
  text += fmt::format("\nRows behind {}{}\n", findings::periodWords(window, *options.month), behind.text());
  progress.stage("");
  std::fputs(text.c_str(), stdout);
  return analysed.series.failure.empty() ? 0 : 1;
}

}  // namespace boardpack::app
