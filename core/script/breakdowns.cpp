#include "script/breakdowns.hpp"

#include "base/area_levels.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cctype>

namespace boardpack::script {
namespace {

constexpr const char* kEveryLevel = "areas";

std::string labelOf(std::string column) {
  std::replace(column.begin(), column.end(), '_', ' ');
  if (!column.empty()) {
    column[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(column[0])));
  }
  return column;
}

bool contains(const std::vector<series::BreakdownInfo>& breakdowns, const std::string& id) {
  return std::any_of(breakdowns.begin(), breakdowns.end(), [&](const auto& known) { return known.id == id; });
}

// What can be named in `by`, for messages.
std::vector<std::string> choicesOf(const MeasureDraft& draft, const sdk::Force& force) {
  std::vector<std::string> choices;
  const sdk::Table& first = *draft.tables.front();
  for (const sdk::Column& column : first.columns) {
    if (column.type == sdk::ColumnType::Text && column.name != first.area_column) {
      choices.push_back(column.name);
    }
  }
  if (!first.area_column.empty()) {
    for (const std::string& id : base::levelIds(force)) {
      choices.push_back(id);
    }
    choices.emplace_back(kEveryLevel);
  }
  return choices;
}

// Whether every table has a place; tells of one that has not.
bool havePlaces(const MeasureDraft& draft, const Entry& entry) {
  for (const sdk::Table* table : draft.tables) {
    if (table->area_column.empty()) {
      draft.declaration.problem(
          entry.path, "the rows of " + table->name + " have no place, so there is no '" + entry.text + "' of them.");
      return false;
    }
  }
  return true;
}

// Whether `entry` is a text column of every table; tells what is wrong.
bool isBreakdownColumn(const MeasureDraft& draft, const Entry& entry, const sdk::Force& force) {
  for (const sdk::Table* table : draft.tables) {
    const sdk::Column* column = table->find(entry.text);
    const std::string name = "'" + base::printable(entry.text) + "'";
    if (column == nullptr) {
      const std::vector<std::string> choices = choicesOf(draft, force);
      const std::string near = base::didYouMean(entry.text, choices);
      draft.declaration.problem(
          entry.path, "there is no column " + name + " in " + table->name + ", and no level of areas of that name." +
                          (near.empty() ? " There are: " + base::join(choices, ", ") + "." : near));
      return false;
    }
    if (column->name == table->area_column) {
      draft.declaration.problem(entry.path, name + " is the place as the extract gives it; say which level is meant: " +
                                                base::join(base::levelIds(force), ", ") + ".");
      return false;
    }
    if (column->type != sdk::ColumnType::Text) {
      draft.declaration.problem(
          entry.path,
          name + " of " + table->name + " is not a text; a breakdown needs a column of texts, or a level of areas.");
      return false;
    }
  }
  return true;
}

// Groups of several columns, of a tree, or the largest of one column; nothing after telling what is wrong.
std::optional<series::BreakdownInfo> breakdownOfSeveral(const MeasureDraft& draft, const ByEntry& entry,
                                                        const sdk::Force& force) {
  series::BreakdownInfo info{.id = entry.text, .label = {}, .is_tree = entry.is_tree, .top = entry.top};
  std::vector<std::string> labels;
  for (const std::string& name : entry.columns) {
    const Entry column{name, entry.path};
    const sdk::AreaLevel* level = base::findLevel(force, name);
    if (level != nullptr && entry.is_tree) {
      draft.declaration.problem(entry.path, "'" + name + "' is a level of areas, and those are a tree already: name " +
                                                "the levels in 'by', or \"areas\" for all of them.");
      return std::nullopt;
    }
    if (level != nullptr ? !havePlaces(draft, column) : !isBreakdownColumn(draft, column, force)) {
      return std::nullopt;
    }
    labels.push_back(level != nullptr ? level->label : labelOf(name));
    info.is_area = level != nullptr && entry.columns.size() == 1;
  }
  for (std::size_t i = 1; i < labels.size(); ++i) {
    labels[i] = base::lower(labels[i]);
  }
  info.label = base::joinWords(labels);
  if (entry.columns.size() > 1) {
    info.columns = entry.columns;
  }
  return info;
}

// Of what people enter: levels of areas, or a name of the analyst's own for the groups that they enter.
std::vector<series::BreakdownInfo> enteredBreakdowns(const MeasureDraft& draft, const sdk::Force& force) {
  std::vector<series::BreakdownInfo> found;
  for (const auto& entry : draft.by) {
    const sdk::AreaLevel* level = base::findLevel(force, entry.text);
    const bool is_name = entry.text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (!entry.isPlain()) {
      draft.declaration.problem(entry.path, "what people enter has plain groups: name one breakdown by itself.");
    } else if (contains(found, entry.text)) {
      draft.declaration.problem(entry.path, "'" + entry.text + "' is named twice.");
    } else if (level != nullptr) {
      found.push_back({.id = level->id, .label = level->label, .is_area = true});
    } else if (entry.text.empty() || !is_name) {
      draft.declaration.problem(entry.path, "found \"" + base::printable(entry.text) +
                                                "\", expected a level of areas (" +
                                                base::join(base::levelIds(force), ", ") +
                                                ") or a name of lower-case letters, digits and underscores, as in "
                                                "by = { \"strand\" }.");
    } else {
      found.push_back({.id = entry.text, .label = labelOf(entry.text), .is_area = false});
    }
  }
  if (!draft.definition.info.states.empty() && found.size() > 1) {
    draft.declaration.problem("by", "the groups of a state are one list: name one breakdown.");
  }
  return found;
}

std::size_t areasOfLevel(const sdk::Force& force, const std::string& level) {
  const auto count =
      std::count_if(force.areas.begin(), force.areas.end(), [&](const sdk::Area& area) { return area.level == level; });
  return static_cast<std::size_t>(count) + 2;  // with "Outside the force area" and "Area not known"
}

bool fitsStack(const series::BreakdownInfo& breakdown, const sdk::Force& force) {
  return breakdown.is_area && areasOfLevel(force, breakdown.id) <= 6;
}

std::vector<series::ChartSpec> defaultCharts(const series::MeasureInfo& info, const sdk::Force& force) {
  using series::ChartKind;
  std::vector<series::ChartSpec> charts;
  if (!info.states.empty()) {
    return charts;  // their places in the list are no amounts
  }
  const bool has_month = info.has(series::Window::Month);
  const bool has_mrt = info.has(series::Window::Mrt);
  if (has_month) {
    charts.push_back({.kind = ChartKind::Xmr, .breakdown = {}});
  }
  if (has_mrt) {
    charts.push_back({.kind = ChartKind::MrtAgainstYear, .breakdown = {}});
  }
  for (const series::BreakdownInfo& breakdown : info.breakdowns) {
    if (breakdown.is_tree) {
      continue;  // a group and the groups in it side by side would count twice
    }
    if (breakdown.is_area && has_month) {
      // Columns of shares stacked on each other would add up to nothing.
      const bool stacks = info.nature.adds_up && fitsStack(breakdown, force);
      charts.push_back(
          {.kind = stacks ? ChartKind::StackedColumns : ChartKind::SmallMultiples, .breakdown = breakdown.id});
    } else if (!breakdown.is_area && has_mrt) {
      charts.push_back({.kind = ChartKind::ChangeByGroup, .breakdown = breakdown.id});
    }
  }
  return charts;
}

/// Statistics judge the areas of the first breakdown by area, and of what has a base alone.
void checkFunnel(const MeasureDraft& draft, const ChartDraft& chart) {
  const series::MeasureInfo& info = draft.definition.info;
  if (chart.spec.breakdown.empty()) {
    return;
  }
  const auto first = std::find_if(info.breakdowns.begin(), info.breakdowns.end(),
                                  [](const series::BreakdownInfo& each) { return each.is_area; });
  if (info.nature.funnel == series::Nature::Funnel::None) {
    draft.declaration.problem(chart.path,
                              "a funnel sets areas of unequal size side by side: it needs a share, a rate or a ratio "
                              "that is a proportion.");
  } else if (first == info.breakdowns.end() || first->id != chart.spec.breakdown) {
    draft.declaration.problem(chart.path, "found by = \"" + base::printable(chart.spec.breakdown) + "\", expected " +
                                              (first == info.breakdowns.end()
                                                   ? "a breakdown by area, and the measure's 'by' has none."
                                                   : "\"" + first->id + "\", the first area of the measure's 'by'."));
  }
}

void checkChart(const MeasureDraft& draft, const ChartDraft& chart, const sdk::Force& force) {
  const series::MeasureInfo& info = draft.definition.info;
  const series::ChartKindRow& kind = series::rowOf(chart.spec.kind);
  if (kind.of == series::ChartOf::ForcesOrAreas) {
    checkFunnel(draft, chart);
    return;
  }
  const bool needs_mrt = kind.period == series::ChartPeriod::TwelveMonths;
  if (!info.has(needs_mrt ? series::Window::Mrt : series::Window::Month)) {
    draft.declaration.problem(chart.path, std::string("this kind of chart shows ") +
                                              (needs_mrt ? "12 months, and 'windows' has no \"12 months\"."
                                                         : "single months, and 'windows' has no \"month\"."));
  }
  if (kind.is_control_chart && info.nature.months_overlap) {
    draft.declaration.problem(chart.path,
                              "each value shares months with its neighbours (':rolling', ':mean'), and limits on such "
                              "values flag months in which nothing changed. Leave 'chart' out for a line without "
                              "limits.");
  }
  if (kind.is_control_chart && info.nature.is_truth) {
    draft.declaration.problem(chart.path, std::string("there are no limits: ") + series::kTruthReason +
                                              ". Leave 'chart' out for a line without limits.");
  }
  if (chart.spec.breakdown.empty()) {
    return;
  }
  std::vector<std::string> ids;
  for (const series::BreakdownInfo& breakdown : info.breakdowns) {
    ids.push_back(breakdown.id);
    if (breakdown.id == chart.spec.breakdown && kind.stacks) {
      if (!info.nature.adds_up) {
        draft.declaration.problem(chart.path,
                                  "the groups of this measure do not add up to the force, so they cannot be "
                                  "stacked; use kind = \"multiples\".");
      } else if (breakdown.is_tree) {
        draft.declaration.problem(chart.path,
                                  "the groups of a tree lie within each other, so stacked they would count twice; use "
                                  "kind = \"multiples\".");
      } else if (breakdown.is_area && !fitsStack(breakdown, force)) {
        draft.declaration.problem(chart.path,
                                  "stacked columns show six groups at the most, and '" + breakdown.id + "' has " +
                                      std::to_string(areasOfLevel(force, breakdown.id)) +
                                      " with those outside the area and not known; use kind = \"multiples\".");
      }
    }
  }
  if (std::find(ids.begin(), ids.end(), chart.spec.breakdown) == ids.end()) {
    draft.declaration.problem(chart.path + ".by",
                              "'" + base::printable(chart.spec.breakdown) + "' is not in the 'by' of the measure." +
                                  (ids.empty() ? " It has none." : " There are: " + base::join(ids, ", ") + "."));
  }
}

}  // namespace

std::vector<series::BreakdownInfo> breakdownsOf(const MeasureDraft& draft, const sdk::Force& force) {
  std::vector<series::BreakdownInfo> found;
  if (draft.definition.info.nature.is_from_entries) {
    return enteredBreakdowns(draft, force);
  }
  if (draft.tables.empty()) {
    return found;
  }
  const auto add = [&](const Entry& entry, series::BreakdownInfo info) {
    if (contains(found, info.id)) {
      draft.declaration.problem(entry.path, "'" + info.id + "' is named twice.");
    } else {
      found.push_back(std::move(info));
    }
  };
  for (const ByEntry& entry : draft.by) {
    if (!entry.isPlain()) {
      if (auto several = breakdownOfSeveral(draft, entry, force)) {
        add(entry, std::move(*several));
      }
      continue;
    }
    const sdk::AreaLevel* level = base::findLevel(force, entry.text);
    if (level != nullptr || entry.text == kEveryLevel) {
      if (!havePlaces(draft, entry)) {
        continue;
      }
      for (const sdk::AreaLevel& each : force.area_levels) {
        if (level == nullptr || level == &each) {
          add(entry, {.id = each.id, .label = each.label, .is_area = true});
        }
      }
    } else if (isBreakdownColumn(draft, entry, force)) {
      add(entry, {.id = entry.text, .label = labelOf(entry.text), .is_area = false});
    }
  }
  return found;
}

namespace {

// The breakdown of a derived measure's entry as its parts have it; nothing after telling what is wrong.
std::optional<series::BreakdownInfo> sharedBreakdown(const MeasureDraft& draft, const ByEntry& entry,
                                                     const std::string& id,
                                                     const std::vector<const MeasureDraft*>& reads) {
  std::optional<series::BreakdownInfo> shared;
  for (const MeasureDraft* read : reads) {
    const series::MeasureInfo& part = read->definition.info;
    const auto found = std::find_if(part.breakdowns.begin(), part.breakdowns.end(),
                                    [&](const series::BreakdownInfo& each) { return each.id == id; });
    if (found == part.breakdowns.end()) {
      draft.declaration.problem(entry.path, "the measure '" + part.name + "' that it reads is not broken down by '" +
                                                base::printable(id) + "'; add that to its 'by' first.");
      return std::nullopt;
    }
    if (entry.top > 0 && part.nature.is_from_entries) {
      draft.declaration.problem(entry.path, "'" + part.name +
                                                "', which it reads, is entered by people, so there are no rows to make "
                                                "its \"Other\" of: leave 'top' out.");
      return std::nullopt;
    }
    if (entry.top == 0 && found->top > 0) {
      draft.declaration.problem(entry.path, "'" + part.name + "', which it reads, has the largest groups of " +
                                                base::printable(id) +
                                                " alone, and another may have others. Say 'top' here too: then all "
                                                "that it reads is told by the groups that are largest of the measure "
                                                "it names first.");
      return std::nullopt;
    }
    shared = *found;
  }
  if (shared) {
    shared->top = entry.top;
  }
  return shared;
}

}  // namespace

std::vector<series::BreakdownInfo> breakdownsOfDerive(const MeasureDraft& draft,
                                                      const std::vector<const MeasureDraft*>& reads,
                                                      const sdk::Force& force) {
  std::vector<series::BreakdownInfo> found;
  for (const ByEntry& entry : draft.by) {
    const bool is_every_level = entry.isPlain() && entry.text == kEveryLevel;
    for (const std::string& id : is_every_level ? base::levelIds(force) : std::vector<std::string>{entry.text}) {
      const std::optional<series::BreakdownInfo> shared = sharedBreakdown(draft, entry, id, reads);
      if (shared && !contains(found, shared->id)) {
        found.push_back(*shared);
      }
    }
  }
  return found;
}

void settleCharts(MeasureDraft& draft, const sdk::Force& force) {
  series::MeasureInfo& info = draft.definition.info;
  if (!draft.charts) {
    info.charts = defaultCharts(info, force);
    return;
  }
  for (const ChartDraft& chart : *draft.charts) {
    checkChart(draft, chart, force);
    info.charts.push_back(chart.spec);
  }
}

}  // namespace boardpack::script
