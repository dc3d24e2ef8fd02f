#include "ooxml/workbook_parts.hpp"

#include "ooxml/part_tree.hpp"

#include <boardpack/sdk/error.hpp>

#include <set>
#include <string_view>

namespace boardpack::ooxml {
namespace {

constexpr const char* kTables = "xl/tables/";
constexpr const char* kTableExtension = "{504A1905-F514-4f6f-8877-14C23A59335A}";
constexpr const char* kNamespace2009 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

pugi::xml_node childNamed(pugi::xml_node parent, const char* name) {
  const pugi::xml_node child = parent.child(name);
  return child ? child : parent.append_child(name);
}

void setAlternative(pugi::xml_node table, const TableAlternative& alternative) {
  pugi::xml_node list = childNamed(table, "extLst");
  for (pugi::xml_node entry = list.child("ext"); entry;) {
    const pugi::xml_node next = entry.next_sibling("ext");
    if (std::string_view(entry.attribute("uri").value()) == kTableExtension) {
      list.remove_child(entry);
    }
    entry = next;
  }
  pugi::xml_node entry = list.append_child("ext");
  entry.append_attribute("uri").set_value(kTableExtension);
  entry.append_attribute("xmlns:x14").set_value(kNamespace2009);
  pugi::xml_node words = entry.append_child("x14:table");
  words.append_attribute("altText").set_value(alternative.title.c_str());
  words.append_attribute("altTextSummary").set_value(alternative.description.c_str());
}

}  // namespace

void setTableAlternatives(Parts& parts, const std::map<std::string, TableAlternative>& by_table_name) {
  std::set<std::string> done;
  for (auto part = parts.lower_bound(kTables); part != parts.end() && part->first.starts_with(kTables); ++part) {
    if (!part->first.ends_with(".xml")) {
      continue;
    }
    pugi::xml_document tree = parsePart(part->second, part->first);
    pugi::xml_node table = tree.child("table");
    const auto wanted = by_table_name.find(table.attribute("displayName").value());
    if (wanted == by_table_name.end()) {
      continue;
    }
    setAlternative(table, wanted->second);
    part->second = printPart(tree);
    done.insert(wanted->first);
  }
  for (const auto& [name, alternative] : by_table_name) {
    if (!done.contains(name)) {
      throw sdk::Error(sdk::ErrorKind::Data, "The workbook has no table '" + name + "', which was to be described.");
    }
  }
}

}  // namespace boardpack::ooxml
