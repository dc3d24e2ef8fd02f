#include "data/data.hpp"

#include "base/text.hpp"

namespace boardpack::data {

namespace {

std::string quoted(const std::string& cell) {
  const bool needs_quotes =
      cell.find_first_of(",\"\r\n") != std::string::npos || cell.starts_with(' ') || cell.ends_with(' ');
  if (!needs_quotes) {
    return cell;
  }
  std::string out = "\"";
  for (const char c : cell) {
    out += c;
    if (c == '"') {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

std::string figuresCsv(const std::vector<series::Figure>& figures) {
  std::string csv = "force,measure,breakdown,group,period,window,statistic,reference,value,symbol\n";
  for (const series::Figure& figure : figures) {
    for (const std::string* cell : {&figure.force, &figure.measure, &figure.breakdown, &figure.group, &figure.period,
                                    &figure.window, &figure.statistic, &figure.reference}) {
      csv += quoted(*cell) + ',';
    }
    csv += (figure.value ? base::exactNumber(*figure.value) : "") + ',' + figure.symbol + '\n';
  }
  return csv;
}

}  // namespace boardpack::data
