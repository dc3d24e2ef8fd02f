#include "measure/evaluation/kinds/row_answers.hpp"

#include "measure/evaluation/groups/group_count.hpp"
#include "measure/evaluation/values/windows.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

// The largest of more are chosen by chance as much as by size, and take the memory of a large machine.
constexpr std::size_t kMostToChooseFrom = 10'000;

void checkGroupsOfRows(const std::string& measure, const Breakdown& by, std::size_t groups) {
  if (by.top == 0) {
    checkGroupCount(measure, by.id, groups);
  } else if (groups > kMostToChooseFrom) {
    throw TooManyGroups("'" + measure + "' by " + by.id + " has " + std::to_string(groups) +
                        " groups, and the largest are chosen from 10,000 at the most: the column tells rows apart, not "
                        "groups, so only its other figures are shown. Name a coarser breakdown.");
  }
}

/// The tallies of all questions as one: of a ratio, the numerator is the top's and the denominator the bottom's.
GroupTallies talliesOf(const Prepared& prepared, const std::vector<Breakdown>& breakdown, const Gaps& gaps,
                       const Sources& sources) {
  const auto ask = [&](std::size_t index) {
    const Question& question = prepared.questions[index];
    const Breakdown by = breakdown.empty() ? Breakdown() : breakdown[index];
    const GroupCheck check = [&](std::size_t groups) { checkGroupsOfRows(prepared.definition->info.name, by, groups); };
    return tallied(question, by, sources.plan.answer(question, by.columns()), sources.months, gaps, sources.areas,
                   by.id.empty() ? GroupCheck() : check);
  };
  GroupTallies top = ask(0);
  if (prepared.questions.size() == 1) {
    return top;
  }
  for (auto& [group, monthly] : ask(1)) {
    MonthlyTallies& into = top[group];
    into.resize(monthly.size());
    for (std::size_t i = 0; i < monthly.size(); ++i) {
      into[i] += {.numerator = {}, .denominator = monthly[i].numerator, .unknown = monthly[i].unknown};
    }
  }
  return top;
}

/// What a question of values or keys asks of its entries, by one breakdown.
class EntriesBy {
 public:
  EntriesBy(const Prepared& prepared, const Breakdown& by, const Gaps& gaps, const Sources& sources)
      : question_(prepared.questions.front()),
        asked_{.definition = *prepared.definition,
               .question = question_,
               .entries = sources.plan.entries(question_, by.columns()),
               .months = sources.months,
               .gaps = gaps},
        leaves_(groupNames(by, asked_.entries.combinations, sources.areas)) {}

  const EntryAsked& asked() const { return asked_; }
  const std::vector<std::string>& leaves() const { return leaves_; }
  /// The groups that leaves lie in; "" for a leaf in none.
  std::vector<std::string> inGroups(const std::map<std::string, std::string>& group_of) const {
    std::vector<std::string> names;
    for (const std::string& leaf : leaves_) {
      const auto found = group_of.find(leaf);
      names.push_back(found == group_of.end() ? std::string() : found->second);
    }
    return names;
  }
  /// The group so many levels down a tree that each combination lies in.
  std::vector<std::string> atLevel(std::size_t level) const {
    std::vector<std::string> names;
    for (const std::string& leaf : leaves_) {
      std::vector<std::string> path = pathOf(leaf);
      path.resize(std::min(level, path.size()));
      names.push_back(pathText(path));
    }
    return names;
  }

 private:
  const Question& question_;
  EntryAsked asked_;
  std::vector<std::string> leaves_;
};

GroupSizes sizesOfEntries(const EntriesBy& entries, const Breakdown& by, base::MonthRange latest) {
  GroupSizes sizes{.leaves = entrySizes(entries.asked(), entries.leaves(), latest)};
  for (std::size_t level = 1; by.is_tree && by.top > 0 && level < by.parts.size(); ++level) {
    sizes.above.merge(entrySizes(entries.asked(), entries.atLevel(level), latest));
  }
  return sizes;
}

/// The 12 months that decide which groups are the largest.
base::MonthRange yearTo(base::Month month) { return {month - (kMrtMonths - 1), month}; }

/// For the force (no breakdown) or by the groups that rows fall into.
EntryAnswer answerOf(const Prepared& prepared, const std::vector<Breakdown>& breakdown, const Gaps& gaps,
                     const Sources& sources) {
  if (!prepared.questions.front().isOfEntries()) {
    return {.tallies = talliesOf(prepared, breakdown, gaps, sources), .values = nullptr};
  }
  const EntriesBy entries(prepared, breakdown.empty() ? Breakdown() : breakdown.front(), gaps, sources);
  if (!breakdown.empty()) {
    checkGroupCount(prepared.definition->info.name, breakdown.front().id,
                    entryGroups(entries.asked(), entries.leaves()));
  }
  return entryAnswer(entries.asked(), entries.leaves(), sources.coverage);
}

GroupedAnswer plainAnswer(const Prepared& prepared, const std::vector<Breakdown>& breakdown, const Gaps& gaps,
                          const Sources& sources) {
  GroupedAnswer found;
  found.levels.push_back(answerOf(prepared, breakdown, gaps, sources));
  found.groups = plainGroups(breakdown.front(), groupsIn(found.levels.front().tallies), sources.areas);
  return found;
}

}  // namespace

Largest largestGroups(const Prepared& prepared, const std::vector<Breakdown>& breakdown, const Gaps& gaps,
                      base::Month reported, const Sources& sources) {
  const Breakdown& by = breakdown.front();
  if (prepared.questions.front().isOfEntries()) {
    return largestOf(by, sizesOfEntries(EntriesBy(prepared, by, gaps, sources), by, yearTo(reported)), sources.areas);
  }
  return largestOf(by,
                   {.leaves = sizesOf(talliesOf(prepared, breakdown, gaps, sources), sources.months, yearTo(reported),
                                      prepared.definition->info.nature.has_base)},
                   sources.areas);
}

EntryAnswer forceAnswer(const Prepared& prepared, const Gaps& gaps, const Sources& sources) {
  return answerOf(prepared, {}, gaps, sources);
}

GroupedAnswer groupedAnswer(const Prepared& prepared, const std::vector<Breakdown>& breakdown, const Gaps& gaps,
                            base::Month reported, const Sources& sources) {
  const Breakdown& by = breakdown.front();
  if (!isOfSeveral(by)) {
    return plainAnswer(prepared, breakdown, gaps, sources);
  }
  const std::string& measure = prepared.definition->info.name;
  const base::MonthRange latest = yearTo(reported);
  const bool is_of_entries = prepared.questions.front().isOfEntries();
  GroupTallies leaves;
  std::optional<EntriesBy> entries;
  GroupSizes sizes;
  if (is_of_entries) {
    entries.emplace(prepared, by, gaps, sources);
    sizes = sizesOfEntries(*entries, by, latest);
    checkGroupsOfRows(measure, by, sizes.leaves.size());
  } else {
    leaves = talliesOf(prepared, breakdown, gaps, sources);
    sizes.leaves = sizesOf(leaves, sources.months, latest, prepared.definition->info.nature.has_base);
  }
  const Largest kept = keptGroups(by, sizes, sources.largest, sources.areas);
  GroupedAnswer answer{.groups = groupsShown(measure, by, sizes.leaves, kept, sources.areas), .levels = {}};
  checkGroupCount(measure, by.id, answer.groups.size());
  for (const Group& group : answer.groups) {
    answer.levels.resize(std::max(answer.levels.size(), levelOf(group, by)));
    if (!is_of_entries) {
      answer.levels[levelOf(group, by) - 1].tallies.emplace(
          group.name, talliesOf(group, leaves, static_cast<std::size_t>(sources.months.count())));
    }
  }
  for (std::size_t level = 1; is_of_entries && level <= answer.levels.size(); ++level) {
    const std::vector<std::string> names = entries->inGroups(groupOfLeaves(answer.groups, by, level));
    answer.levels[level - 1] = entryAnswer(entries->asked(), names, sources.coverage);
  }
  return answer;
}

}  // namespace boardpack::measure
