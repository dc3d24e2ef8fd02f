#include "registers/readers.hpp"
#include "registers/register_problems.hpp"
#include "registers/registers.hpp"
#include "registers/row.hpp"

#include <algorithm>

namespace boardpack::registers {
namespace {

const Form& itemsForm() {
  static const Form made{
      "plan-items",
      "plan items",
      {{"kind"}, {"reference"}, {"parent", false}, {"text", true, true}, {"owner_role", false}, {"due", false}}};
  return made;
}

const Form& updatesForm() {
  static const Form made{
      "plan-updates", "plan updates", {{"as_at"}, {"reference"}, {"status"}, {"words", false, true}}};
  return made;
}

const std::vector<std::string> kKinds = {
    "pillar", "priority", "objective", "outcome", "commitment", "action", "performance question", "benefit"};

std::vector<std::string> referencesOf(const sdk::Force& force, const Read& read) {
  std::vector<std::string> known = planReferences(force);
  for (const series::PlanItem& item : read.registers.plan_items) {
    known.push_back(item.reference);
  }
  return known;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Parents may stand further down in the file. An item that lies in itself has no place in the plan.
void checkParents(const sdk::Force& force, Read& read) {
  const std::vector<std::string> known = referencesOf(force, read);
  const std::vector<series::PlanItem>& items = read.registers.plan_items;
  const auto parentOf = [&](const std::string& reference) {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const series::PlanItem& item) { return item.reference == reference; });
    return found == items.end() ? std::string() : found->parent;
  };
  for (const series::PlanItem& item : items) {
    if (!item.parent.empty() && !contains(known, item.parent)) {
      read.problems.push_back({item.place, "parent", unknownName("plan item", item.parent, known)});
      continue;
    }
    std::string above = item.parent;
    for (std::size_t steps = 0; steps <= items.size() && !above.empty() && above != item.reference; ++steps) {
      above = parentOf(above);
    }
    if (!above.empty()) {
      read.problems.push_back({item.place, "parent", "the item lies in itself: follow the parents upwards."});
    }
  }
}

}  // namespace

void readPlanItems(const Folder& folder, const sdk::Force& force, Read& read) {
  const Table table = readTable(folder, itemsForm(), read);
  const std::vector<std::string> of_force = planReferences(force);
  readRows(table, {"reference"}, read, [&](Row& row) {
    series::PlanItem item;
    if (row.text("kind").empty()) {
      row.required("kind",
                   "what it is: pillar, priority, objective, outcome, commitment, action, performance question "
                   "or benefit");
    }
    const std::optional<std::size_t> kind = row.oneOf("kind", kKinds);
    item.reference = row.required("reference", "the number or letters that the plan prints, as 4.1.b");
    item.parent = row.text("parent");
    item.text = row.required("text", "its words as the plan prints them");
    item.owner_role = row.text("owner_role");
    item.due = row.day("due");
    item.place = row.place();
    if (contains(of_force, item.reference)) {
      row.problem("reference", "the plan of " + force.name + " has '" + item.reference + "' already (" +
                                   "`boardpack list pillars` shows it). Keep only what lies below it here.");
    }
    if (!kind) {
      return false;
    }
    item.kind = kKinds[*kind];
    read.registers.plan_items.push_back(std::move(item));
    return true;
  });
  checkParents(force, read);
}

void readPlanUpdates(const Folder& folder, const sdk::Force& force, Read& read) {
  const Table table = readTable(folder, updatesForm(), read);
  const std::vector<std::string> known = referencesOf(force, read);
  readRows(table, {"as_at", "reference"}, read, [&](Row& row) {
    series::PlanUpdate update;
    if (row.text("as_at").empty()) {
      row.required("as_at", "the day it tells of, as 2019-07-02");
    }
    const std::optional<sdk::Date> as_at = row.day("as_at");
    update.reference = row.required("reference", "the item it is an update of");
    update.status = row.required("status", "how the item stands, as on track");
    update.words = row.text("words");
    update.place = row.place();
    if (!update.reference.empty() && !contains(known, update.reference)) {
      row.problem("reference", unknownName("plan item", update.reference, known) +
                                   " An update tells of an item of the table plan-items or of the force's plan.");
    }
    if (!as_at) {
      return false;
    }
    update.as_at = *as_at;
    read.registers.plan_updates.push_back(std::move(update));
    return true;
  });
  std::stable_sort(read.registers.plan_updates.begin(), read.registers.plan_updates.end(),
                   [](const series::PlanUpdate& a, const series::PlanUpdate& b) { return a.as_at < b.as_at; });
}

}  // namespace boardpack::registers
