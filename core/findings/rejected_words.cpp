#include "findings/rejected_words.hpp"

#include "base/text.hpp"
#include "findings/period_words.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace boardpack::findings {

std::string rejectedWords(const series::RejectedRows& rejected) {
  if (rejected.rows == 0) {
    return "";
  }
  const std::string least = rejected.is_at_most ? "up to " : "";
  return least + base::formatNumber(static_cast<double>(rejected.rows)) + " of " +
         base::countOf(rejected.of, "row", "rows");
}

std::string rejectedSentence(const series::Series& series, base::Month month) {
  if (series.groups.empty() || !series.failure.empty()) {
    return "";
  }
  std::vector<series::Window> windows = {series.info.shortest()};
  if (windows.front() != series::Window::Mrt && series.info.has(series::Window::Mrt)) {
    windows.push_back(series::Window::Mrt);
  }
  std::vector<std::string> parts;
  std::int64_t most = 0;
  for (const series::Window window : windows) {
    const std::optional<series::RejectedRows> rejected = series.rejectedIn(window, month);
    if (rejected && rejected->rows > 0 && series.at(series.force(), window, month).has()) {
      parts.push_back(rejectedWords(*rejected) + " of " + periodWords(series, window, month));
      most = std::max(most, rejected->rows);
    }
  }
  if (parts.empty()) {
    return "";
  }
  std::string text = base::joinWords(parts) + " could not be read and " + (most == 1 ? "is" : "are") + " left out.";
  text.front() = text.front() == 'u' ? 'U' : text.front();
  return text;
}

}  // namespace boardpack::findings
