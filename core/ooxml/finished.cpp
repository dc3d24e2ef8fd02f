#include "ooxml/finished.hpp"

#include "ooxml/part_tree.hpp"
#include "ooxml/well_formed.hpp"

#include <string_view>
#include <vector>

namespace boardpack::ooxml {
namespace {

constexpr const char* kContentTypes = "[Content_Types].xml";
constexpr const char* kRelations = "_rels/";

bool isXml(std::string_view part) {
  return part.ends_with(".xml") || part.ends_with(".rels") || part.ends_with(".vml");
}

/// "xl/tables/table1.xml" of "../tables/table1.xml" as the parts in "xl/worksheets/" name it.
std::string resolved(const std::string& folder, const std::string& target) {
  if (target.starts_with('/')) {
    return target.substr(1);
  }
  std::vector<std::string> path;
  const std::string whole = folder + target;
  for (std::size_t begin = 0; begin <= whole.size();) {
    const std::size_t end = std::min(whole.find('/', begin), whole.size());
    const std::string step = whole.substr(begin, end - begin);
    if (step == ".." && !path.empty()) {
      path.pop_back();
    } else if (step != "." && !step.empty()) {
      path.push_back(step);
    }
    begin = end + 1;
  }
  std::string name;
  for (const std::string& step : path) {
    name += (name.empty() ? "" : "/") + step;
  }
  return name;
}

std::optional<std::string> missingTarget(const Parts& parts, const std::string& list, const std::string& text) {
  const std::string folder = list.substr(0, list.rfind(kRelations));
  const pugi::xml_document tree = parsePart(text, list);
  for (const pugi::xml_node& relation : tree.child("Relationships").children("Relationship")) {
    const std::string target = relation.attribute("Target").value();
    const bool is_within = std::string_view(relation.attribute("TargetMode").value()) != "External";
    if (is_within && !target.empty() && !parts.contains(resolved(folder, target.substr(0, target.find('#'))))) {
      return target;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> packageFault(const Parts& parts) {
  if (!parts.contains(kContentTypes)) {
    return std::string("it has no list of content types");
  }
  for (const auto& [name, text] : parts) {
    if (!isXml(name)) {
      continue;
    }
    if (firstFault(text)) {
      return "its part " + name + " is not well-formed XML";
    }
    if (name.ends_with(".rels") && name.find(kRelations) != std::string::npos) {
      if (const std::optional<std::string> target = missingTarget(parts, name, text)) {
        return "its part " + *target + " is missing";
      }
    }
  }
  return std::nullopt;
}

}  // namespace boardpack::ooxml
