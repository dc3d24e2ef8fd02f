#include "ooxml/package.hpp"

#include "ooxml/part_tree.hpp"

#include <vector>

namespace boardpack::ooxml {
namespace {

constexpr const char* kContentTypes = "[Content_Types].xml";

template <typename Unwanted>
void removeChildren(Parts& parts, const std::string& part, const char* root, const Unwanted& unwanted) {
  pugi::xml_document tree = parsePart(parts.at(part), part);
  pugi::xml_node list = tree.child(root);
  bool changed = false;
  for (pugi::xml_node entry = list.first_child(); entry;) {
    const pugi::xml_node next = entry.next_sibling();
    if (unwanted(entry)) {
      list.remove_child(entry);
      changed = true;
    }
    entry = next;
  }
  if (changed) {
    parts[part] = printPart(tree);
  }
}

/// "word/" of "word/_rels/document.xml.rels", "" of "_rels/.rels": where its targets start from.
std::string baseOf(const std::string& relationships) { return relationships.substr(0, relationships.rfind("_rels/")); }

}  // namespace

void removePart(Parts& parts, const std::string& part) {
  if (parts.erase(part) == 0) {
    return;
  }
  if (parts.contains(kContentTypes)) {
    removeChildren(parts, kContentTypes, "Types",
                   [&](const pugi::xml_node& entry) { return entry.attribute("PartName").value() == "/" + part; });
  }
  std::vector<std::string> lists;
  for (const auto& [name, text] : parts) {
    if (name.ends_with(".rels") && name.find("_rels/") != std::string::npos) {
      lists.push_back(name);
    }
  }
  for (const std::string& list : lists) {
    removeChildren(parts, list, "Relationships", [&](const pugi::xml_node& entry) {
      const std::string target = entry.attribute("Target").value();
      return target == "/" + part || (!target.empty() && baseOf(list) + target == part);
    });
  }
}

}  // namespace boardpack::ooxml
