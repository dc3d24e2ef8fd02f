#include "registers/readers.hpp"
#include "registers/row.hpp"

#include <array>

namespace boardpack::registers {
namespace {

using series::Bound;

const Form& form() {
  static const Form made{"entered-figures",
                         "entered figures",
                         {{"measure"},
                          {"month"},
                          {"value", false},
                          {"state", false},
                          {"bound", false},
                          {"breakdown", false},
                          {"group", false},
                          {"as_at", false},
                          {"entered_by"},
                          {"entered_on"},
                          {"words", false, true}}};
  return made;
}

const std::vector<std::string> kBounds = {"exact",    "over",    "under", "just under",
                                          "at least", "at most", "about", "estimated"};
constexpr std::array kBoundOf{Bound::Exact,   Bound::Over,   Bound::Under, Bound::JustUnder,
                              Bound::AtLeast, Bound::AtMost, Bound::About, Bound::Estimated};

void checkGroup(Row& row, const series::EnteredFigure& figure) {
  if (figure.breakdown.empty() && !figure.group.empty()) {
    row.problem("breakdown",
                "the cell is blank and 'group' is not; say which breakdown the group belongs to, as in "
                "the `by` of the measure.");
  } else if (!figure.breakdown.empty() && figure.group.empty()) {
    row.problem("group",
                "the cell is blank and 'breakdown' is not; name the group, or leave both blank for the whole "
                "force.");
  }
}

void checkContent(Row& row, const series::EnteredFigure& figure) {
  const bool has_value = !row.text("value").empty();
  if (has_value && !figure.state.empty()) {
    row.problem("state", "the row has a value and a state: an entry is one or the other.");
  } else if (!has_value && figure.state.empty() && figure.words.empty()) {
    row.problem("value",
                "the cell is blank; it must say the number. Where there is none, 'words' says why, as a clause: "
                "the survey was not held.");
  }
  if (!has_value && figure.bound != Bound::Exact) {
    row.problem("bound", "there is no value that '" + row.text("bound") + "' could stand before.");
  }
}

}  // namespace

void readFigures(const Folder& folder, const sdk::Force&, Read& read) {
  const Table table = readTable(folder, form(), read);
  readRows(table, {"measure", "breakdown", "group", "month"}, read, [&](Row& row) {
    series::EnteredFigure figure;
    figure.measure = row.required("measure", "the name of a measure with `figure = true` or `state = { … }`");
    if (row.text("month").empty()) {
      row.required("month", "the month that the figure is told for, as 2019-06");
    }
    const std::optional<base::Month> month = row.month("month");
    figure.value = row.number("value");
    figure.state = row.text("state");
    figure.breakdown = row.text("breakdown");
    figure.group = row.text("group");
    figure.as_at = row.day("as_at");
    figure.entered_by = row.required("entered_by", "who entered it, as a role");
    if (row.text("entered_on").empty()) {
      row.required("entered_on", "the day it was entered, as 2019-07-02");
    }
    figure.entered_on = row.day("entered_on");
    figure.words = row.text("words");
    figure.place = row.place();
    if (const std::optional<std::size_t> bound = row.oneOf("bound", kBounds)) {
      figure.bound = kBoundOf[*bound];
    }
    checkGroup(row, figure);
    checkContent(row, figure);
    if (month && figure.as_at && base::Month::of(*figure.as_at) < *month) {
      row.problem("as_at", "the day lies before the month the figure is told for.");
    }
    if (!month) {
      return false;
    }
    figure.month = *month;
    read.registers.figures.push_back(std::move(figure));
    return true;
  });
}

}  // namespace boardpack::registers
