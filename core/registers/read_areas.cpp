#include "base/area_levels.hpp"
#include "base/text.hpp"
#include "registers/readers.hpp"
#include "registers/register_problems.hpp"
#include "registers/row.hpp"

#include <algorithm>

namespace boardpack::registers {
namespace {

const Form& form() {
  static const Form made{
      "areas", "areas", {{"name"}, {"level"}, {"parent", false}, {"valid_from", false}, {"valid_to", false}}};
  return made;
}

sdk::Area* find(std::vector<sdk::Area>& areas, const std::string& name, const std::string& level) {
  for (sdk::Area& area : areas) {
    if (area.name == name && area.level == level) {
      return &area;
    }
  }
  return nullptr;
}

struct Entry {
  std::string place, name, level, parent;
};

/// Parents may stand further down in the file, so they are looked at last.
void checkParents(const std::vector<Entry>& entries, const sdk::Force& force, Read& read) {
  const std::vector<std::string> levels = base::levelIds(force);
  for (const Entry& entry : entries) {
    const auto at = std::find(levels.begin(), levels.end(), entry.level);
    if (at == levels.begin()) {
      if (!entry.parent.empty()) {
        read.problems.push_back({entry.place, "parent", "the level '" + entry.level + "' is the top: leave it blank."});
      }
      continue;
    }
    const std::string& above = *(at - 1);
    std::vector<std::string> names;
    for (const sdk::Area& area : read.areas) {
      if (area.level == above) {
        names.push_back(area.name);
      }
    }
    if (std::find(names.begin(), names.end(), entry.parent) == names.end()) {
      read.problems.push_back({entry.place, "parent",
                               entry.parent.empty() ? "the cell is blank; it must name the " + above + " above."
                                                    : unknownName(above, entry.parent, names)});
    }
  }
}

}  // namespace

void readAreas(const Folder& folder, const sdk::Force& force, Read& read) {
  const Table table = readTable(folder, form(), read);
  std::vector<Entry> entries;
  readRows(table, {"name", "level"}, read, [&](Row& row) {
    const std::string name = row.required("name", "the name of the area, as rows carry it");
    if (row.text("level").empty()) {
      row.required("level", "the level: " + base::join(base::levelIds(force), ", "));
    }
    const std::optional<std::size_t> level = row.oneOf("level", base::levelIds(force));
    const std::optional<sdk::Date> from = row.day("valid_from");
    const std::optional<sdk::Date> to = row.day("valid_to");
    if (from && to && *to < *from) {
      row.problem("valid_to", "the area ends before it begins.");
    }
    if (name == sdk::kOutsideForce || name == sdk::kAreaNotKnown) {
      row.problem("name", "this name is kept for rows that are in no area of the force.");
    }
    if (!row.isSound() || !level) {
      return false;
    }
    const std::string id = base::levelIds(force)[*level];
    sdk::Area* area = find(read.areas, name, id);
    const bool is_new = area == nullptr;
    if (is_new) {
      area = &read.areas.emplace_back(sdk::Area{name, id, row.text("parent"), {}, {}});
    } else if (!row.text("parent").empty()) {
      area->parent = row.text("parent");
    }
    area->valid_from = from;
    area->valid_to = to;
    entries.push_back({row.place(), name, id, area->parent});
    return true;
  });
  checkParents(entries, force, read);
}

}  // namespace boardpack::registers
