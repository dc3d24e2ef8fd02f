#include "base/text.hpp"
#include "registers/register_problems.hpp"

#include <algorithm>

namespace boardpack::registers {
namespace {

using series::MeasureInfo;

class Check {
 public:
  Check(const Read& read, const std::vector<const MeasureInfo*>& measures) : read_(read), measures_(measures) {
    for (const MeasureInfo* measure : measures) {
      names_.push_back(measure->name);
    }
  }

  std::vector<Problem> run() {
    for (const series::Event& event : read_.registers.events) {
      for (const std::string& name : event.measures) {
        find(name, event.place, "measures");
      }
    }
    for (const series::TargetEntry& target : read_.registers.targets) {
      checkTarget(target);
    }
    for (const series::EnteredFigure& figure : read_.registers.figures) {
      checkFigure(figure);
    }
    return std::move(problems_);
  }

 private:
  void tell(const std::string& place, const std::string& column, const std::string& sentence) {
    problems_.push_back({place, column, sentence});
  }

  const MeasureInfo* find(const std::string& name, const std::string& place, const std::string& column) {
    for (const MeasureInfo* measure : measures_) {
      if (measure->name == name) {
        return measure;
      }
    }
    if (!name.empty()) {
      tell(place, column, unknownName("measure", name, names_));
    }
    return nullptr;
  }

  void checkUnit(const MeasureInfo& measure, const std::string& place) {
    if (read_.in_per_cent.contains(place) && measure.unit != "%") {
      tell(place, "value",
           "found a value in per cent, and the values of '" + measure.name + "' are " +
               (measure.unit.empty() ? "numbers." : "in " + measure.unit + "."));
    }
  }

  void checkTarget(const series::TargetEntry& target) {
    const MeasureInfo* measure = find(target.measure, target.place, "measure");
    if (measure == nullptr || !target.value) {
      return;
    }
    checkUnit(*measure, target.place);
    const bool may_be_share =
        measure->unit == "%" && !read_.in_per_cent.contains(target.place) && *target.value > 0 && *target.value <= 1;
    if (may_be_share) {
      tell(target.place, "value",
           "found " + base::exactNumber(*target.value) + ", and the values of '" + measure->name +
               "' are in per cent: write " + base::exactNumber(*target.value * 100) + "% or " +
               base::exactNumber(*target.value) + "%, whichever is meant.");
    }
    if (measure->nature.is_proportion && (*target.value < 0 || *target.value > 100)) {
      tell(target.place, "value", "found " + base::exactNumber(*target.value) + ", expected 0 to 100: it is a share.");
    }
  }

  void checkFigure(const series::EnteredFigure& figure) {
    const MeasureInfo* measure = find(figure.measure, figure.place, "measure");
    if (measure == nullptr) {
      return;
    }
    if (measure->nature.is_order) {
      checkState(*measure, figure);
    } else if (measure->nature.is_entered) {
      checkUnit(*measure, figure.place);
      if (!figure.state.empty()) {
        tell(figure.place, "state", "'" + measure->name + "' has numbers: write them under 'value'.");
      }
    } else {
      tell(figure.place, "measure",
           "'" + measure->name +
               "' is worked out from other figures. Only a measure with `figure = true` or "
               "`state = { … }` takes what people enter.");
      return;
    }
    checkGroup(*measure, figure);
  }

  void checkState(const MeasureInfo& measure, const series::EnteredFigure& figure) {
    if (figure.value) {
      tell(figure.place, "value",
           "'" + measure.name + "' has states: write " + base::join(measure.states, ", ") + " under 'state'.");
    }
    const bool is_known = std::find(measure.states.begin(), measure.states.end(), figure.state) != measure.states.end();
    if (!figure.state.empty() && !is_known) {
      tell(figure.place, "state", foundOneOf(figure.state, measure.states));
    }
  }

  void checkDays(const sdk::Area& area, const series::EnteredFigure& figure) {
    if (area.valid_from && figure.month.lastDay() < *area.valid_from) {
      tell(figure.place, "group", area.name + " is an area from " + base::longDate(*area.valid_from) + " on.");
    } else if (area.valid_to && *area.valid_to < figure.month.firstDay()) {
      tell(figure.place, "group", area.name + " is an area until " + base::longDate(*area.valid_to) + ".");
    }
  }

  void checkGroup(const MeasureInfo& measure, const series::EnteredFigure& figure) {
    if (figure.breakdown.empty()) {
      return;
    }
    std::vector<std::string> ids;
    const series::BreakdownInfo* found = nullptr;
    for (const series::BreakdownInfo& breakdown : measure.breakdowns) {
      ids.push_back(breakdown.id);
      found = breakdown.id == figure.breakdown ? &breakdown : found;
    }
    if (found == nullptr) {
      tell(figure.place, "breakdown",
           ids.empty() ? "'" + measure.name + "' is not broken down: add by = { \"" +
                             base::printable(figure.breakdown) + "\" } to it, or leave 'breakdown' and 'group' blank."
                       : foundOneOf(figure.breakdown, ids));
      return;
    }
    if (!found->is_area || figure.group.empty()) {
      return;
    }
    std::vector<std::string> areas;
    for (const sdk::Area& area : read_.areas) {
      if (area.level == figure.breakdown) {
        areas.push_back(area.name);
      }
      if (area.level == figure.breakdown && area.name == figure.group) {
        checkDays(area, figure);
      }
    }
    if (std::find(areas.begin(), areas.end(), figure.group) == areas.end()) {
      tell(figure.place, "group", unknownName(figure.breakdown, figure.group, areas));
    }
  }

  const Read& read_;
  const std::vector<const MeasureInfo*>& measures_;
  std::vector<std::string> names_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> checkMeasures(const Read& read, const std::vector<const MeasureInfo*>& measures) {
  return Check(read, measures).run();
}

}  // namespace boardpack::registers
