#include "base/characters.hpp"
#include "base/text.hpp"
#include "registers/register_problems.hpp"
#include "registers/register_table.hpp"
#include "registers/registers.hpp"
#include "registers/row.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <tuple>

namespace boardpack::registers {
namespace {

const Form& form() {
  static const Form made{
      "snapshots",
      "kept snapshots",
      {{"measure"}, {"definition"}, {"month"}, {"as_at"}, {"breakdown"}, {"group"}, {"value"}, {"unknown"}},
      true};
  return made;
}

/// A cell as the reader of extracts takes it back: it trims, so texts with blanks at their ends are no groups here.
std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) {
    return text;
  }
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c;
    quoted += c == '"' ? "\"" : "";
  }
  return quoted + "\"";
}

bool isOfOneRun(const series::KeptValue& a, const series::KeptValue& b) {
  return a.measure == b.measure && a.month == b.month;
}

auto orderOf(const series::KeptValue& value) {
  return std::tie(value.measure, value.month, value.breakdown, value.group);
}

}  // namespace

std::vector<series::KeptValue> readKept(const std::filesystem::path& file) {
  Read read;
  if (!std::filesystem::exists(file)) {
    return {};
  }
  const Table table = readTable(Source{file, file.filename().string()}, form(), read);
  std::vector<series::KeptValue> values;
  readRows(table, {"measure", "month", "breakdown", "group"}, read, [&](Row& row) {
    const std::optional<base::Month> month = row.month("month");
    const std::optional<sdk::Date> as_at = row.day("as_at");
    const std::optional<double> value = row.number("value");
    const std::optional<double> unknown = row.number("unknown");
    if (!month || !as_at || !value || !unknown) {
      if (row.isSound()) {
        row.problem("", "a cell is blank.");
      }
      return false;
    }
    values.push_back({.measure = row.required("measure", "a measure"),
                      .definition = row.required("definition", "a digest"),
                      .month = *month,
                      .as_at = *as_at,
                      .breakdown = row.text("breakdown"),
                      .group = std::string(base::withoutTextMark(row.text("group"))),
                      .value = *value,
                      .unknown = static_cast<std::int64_t>(*unknown)});
    return true;
  });
  if (!read.problems.empty()) {
    throw sdk::Error(sdk::ErrorKind::Data, "What the workspace keeps of earlier months is damaged. " +
                                               std::string(kKeptFile) + ": " + problemWords(read.problems.front()) +
                                               " Put the file back from a copy: what it holds cannot be made again.");
  }
  return values;
}

std::vector<series::KeptValue> withMade(std::vector<series::KeptValue> known,
                                        const std::vector<series::KeptValue>& made) {
  std::vector<series::KeptValue> added;
  for (const series::KeptValue& value : made) {
    const bool is_known_later = std::any_of(known.begin(), known.end(), [&](const series::KeptValue& other) {
      return isOfOneRun(value, other) && other.definition == value.definition && value.as_at < other.as_at;
    });
    if (!is_known_later) {
      added.push_back(value);
    }
  }
  std::erase_if(known, [&](const series::KeptValue& value) {
    return std::any_of(added.begin(), added.end(),
                       [&](const series::KeptValue& other) { return isOfOneRun(value, other); });
  });
  known.insert(known.end(), added.begin(), added.end());
  return known;
}

std::string keptText(std::vector<series::KeptValue> values) {
  std::sort(values.begin(), values.end(),
            [](const series::KeptValue& a, const series::KeptValue& b) { return orderOf(a) < orderOf(b); });
  std::string text = "measure,definition,month,as_at,breakdown,group,value,unknown\n";
  for (const series::KeptValue& value : values) {
    text += base::join({cell(value.measure), cell(value.definition), value.month.iso(), base::isoDate(value.as_at),
                        cell(value.breakdown), cell(base::markedAsText(value.group)), base::exactNumber(value.value),
                        std::to_string(value.unknown)},
                       ",") +
            "\n";
  }
  return text;
}

}  // namespace boardpack::registers
