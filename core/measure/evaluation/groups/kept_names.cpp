#include "measure/evaluation/groups/kept_names.hpp"

#include "base/text.hpp"
#include "measure/evaluation/groups/grouping.hpp"

#include <string_view>
#include <vector>

namespace boardpack::measure {
namespace {

constexpr std::string_view kBetween = " > ";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

}  // namespace

std::string keptName(const std::string& group, const Breakdown& breakdown) {
  if (breakdown.parts.empty()) {
    return group;
  }
  std::vector<std::string> path = pathOf(group);
  for (std::string& text : path) {
    text = replaced(text, ">", ">>");
  }
  return base::join(path, kBetween);
}

std::string groupOfKept(const std::string& kept, const Breakdown& breakdown) {
  return breakdown.parts.empty() ? kept : replaced(replaced(kept, kBetween, std::string(1, kPathSeparator)), ">>", ">");
}

}  // namespace boardpack::measure
