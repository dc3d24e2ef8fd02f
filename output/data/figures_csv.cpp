#include "data/data.hpp"

#include "base/characters.hpp"
#include "base/digest.hpp"
#include "base/system.hpp"
#include "base/text.hpp"
#include "series/figures.hpp"

#include <algorithm>
#include <deque>
#include <future>

namespace boardpack::data {

namespace {

constexpr std::size_t kMeasuresAtATime = 16;
constexpr const char* kHeader = "force,measure,breakdown,group,period,window,statistic,reference,value,symbol\n";

bool needsQuotes(const std::string& cell) {
  const auto is_special = [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; };
  return cell.starts_with(' ') || cell.ends_with(' ') || std::any_of(cell.begin(), cell.end(), is_special);
}

void addCell(std::string& csv, const std::string& cell) {
  if (!needsQuotes(cell)) {
    csv += cell;
    return;
  }
  csv += '"';
  for (const char c : cell) {
    csv += c;
    if (c == '"') {
      csv += c;
    }
  }
  csv += '"';
}

void addLine(std::string& csv, const series::Figure& figure) {
  for (const std::string* cell : {&figure.force, &figure.measure, &figure.breakdown, &figure.group, &figure.period,
                                  &figure.window, &figure.statistic, &figure.reference}) {
    addCell(csv, base::markedAsText(*cell));
    csv += ',';
  }
  if (figure.value) {
    csv += base::exactNumber(*figure.value);
  }
  csv += ',';
  csv += figure.symbol;
  csv += '\n';
}

}  // namespace

std::string figuresCsv(const std::vector<series::Figure>& figures) {
  std::string csv = kHeader;
  for (const series::Figure& figure : figures) {
    addLine(csv, figure);
  }
  return csv;
}

FiguresFile writeFiguresCsv(const std::filesystem::path& path, const std::string& force,
                            const std::vector<series::Analysed>& measures, int threads) {
  const auto linesOf = [&](std::size_t first) {
    std::string lines = first == 0 ? kHeader : "";
    for (std::size_t i = first; i < std::min(first + kMeasuresAtATime, measures.size()); ++i) {
      series::eachFigure(force, measures[i], [&](const series::Figure& figure) { addLine(lines, figure); });
    }
    return lines;
  };
  std::deque<std::future<std::string>> parts;
  std::size_t next = 0;
  base::Digest digest;
  FiguresFile written;
  base::writeFileInParts(path, [&] {
    std::string lines;
    do {
      while (next == 0 || (next < measures.size() && parts.size() < static_cast<std::size_t>(threads))) {
        parts.push_back(std::async(std::launch::async, linesOf, next));
        next += kMeasuresAtATime;
      }
      if (parts.empty()) {
        return std::string();
      }
      lines = parts.front().get();
      parts.pop_front();
    } while (lines.empty());
    digest.add(lines);
    written.lines += static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
    return lines;
  });
  written.digest = digest.hex();
  return written;
}

}  // namespace boardpack::data
