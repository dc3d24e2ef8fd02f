#include "ooxml/properties.hpp"

#include "base/month.hpp"
#include "ooxml/part_tree.hpp"
#include "ooxml/xml.hpp"

#include <boardpack/sdk/error.hpp>

#include <string_view>

namespace boardpack::ooxml {
namespace {

constexpr const char* kCorePart = "docProps/core.xml";
constexpr const char* kCoreType = "application/vnd.openxmlformats-package.core-properties+xml";
constexpr const char* kCoreRelation =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

std::string& partNamed(Parts& parts, const std::string& name) {
  const auto found = parts.find(name);
  if (found == parts.end()) {
    throw sdk::Error(sdk::ErrorKind::Data,
                     "The file has no part " + name + ", which every xlsx, docx and pptx file has. Make it again.");
  }
  return found->second;
}

void listContentType(Parts& parts) {
  std::string& text = partNamed(parts, "[Content_Types].xml");
  pugi::xml_document tree = parsePart(text, "[Content_Types].xml");
  pugi::xml_node types = tree.child("Types");
  const std::string part_name = std::string("/") + kCorePart;
  for (const pugi::xml_node& entry : types.children("Override")) {
    if (entry.attribute("PartName").value() == part_name) {
      return;
    }
  }
  pugi::xml_node entry = types.append_child("Override");
  entry.append_attribute("PartName").set_value(part_name.c_str());
  entry.append_attribute("ContentType").set_value(kCoreType);
  text = printPart(tree);
}

void listRelationship(Parts& parts) {
  std::string& text = partNamed(parts, "_rels/.rels");
  pugi::xml_document tree = parsePart(text, "_rels/.rels");
  pugi::xml_node relations = tree.child("Relationships");
  for (const pugi::xml_node& entry : relations.children("Relationship")) {
    if (std::string_view(entry.attribute("Type").value()) == kCoreRelation) {
      return;
    }
  }
  pugi::xml_node entry = relations.append_child("Relationship");
  entry.append_attribute("Id").set_value("rIdCoreProperties");
  entry.append_attribute("Type").set_value(kCoreRelation);
  entry.append_attribute("Target").set_value(kCorePart);
  text = printPart(tree);
}

std::string element(const std::string& name, const std::string& text) {
  return text.empty() ? std::string() : "<" + name + ">" + escapeXml(text) + "</" + name + ">";
}

std::string day(const std::string& name, const sdk::Date& date) {
  return "<" + name + " xsi:type=\"dcterms:W3CDTF\">" + base::isoDate(date) + "T00:00:00Z</" + name + ">";
}

}  // namespace

void setCoreProperties(Parts& parts, const CoreProperties& properties) {
  listContentType(parts);
  listRelationship(parts);
  parts[kCorePart] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" +
      element("dc:title", properties.title) + element("dc:subject", properties.subject) +
      element("dc:creator", properties.author) + element("cp:keywords", properties.keywords) +
      element("dc:language", properties.language) + element("cp:lastModifiedBy", properties.author) +
      day("dcterms:created", properties.date) + day("dcterms:modified", properties.date) + "</cp:coreProperties>";
}

}  // namespace boardpack::ooxml
