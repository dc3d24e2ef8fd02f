#include "ooxml/word_parts.hpp"

#include "ooxml/part_tree.hpp"

#include <boardpack/sdk/error.hpp>

#include <string_view>

namespace boardpack::ooxml {
namespace {

constexpr const char* kBody = "word/document.xml";

const std::string& bodyOf(const Parts& parts) {
  const auto body = parts.find(kBody);
  if (body == parts.end()) {
    throw sdk::Error(sdk::ErrorKind::Data, "The file has no part word/document.xml, so it is not a Word document.");
  }
  return body->second;
}

template <typename Visit>
void eachElement(pugi::xml_node node, std::string_view name, const Visit& visit) {
  for (pugi::xml_node child : node.children()) {
    if (child.name() == name) {
      visit(child);
    }
    eachElement(child, name, visit);
  }
}

void setAttribute(pugi::xml_node node, const char* name, const std::string& value) {
  pugi::xml_attribute attribute = node.attribute(name);
  if (!attribute) {
    attribute = node.append_attribute(name);
  }
  attribute.set_value(value.c_str());
}

}  // namespace

void setPictureAlternatives(Parts& parts, const std::map<std::string, std::string>& by_mark) {
  pugi::xml_document tree = parsePart(bodyOf(parts), kBody);
  int number = 0;
  eachElement(tree, "w:drawing", [&](pugi::xml_node drawing) {
    const std::string name = "Chart " + std::to_string(++number);
    eachElement(drawing, "wp:inline", [](pugi::xml_node place) {
      // Without these LibreOffice leaves 3 mm around a picture, and one of the width of the text leaves the page.
      for (const char* distance : {"distT", "distB", "distL", "distR"}) {
        setAttribute(place, distance, "0");
      }
    });
    eachElement(drawing, "wp:docPr", [&](pugi::xml_node properties) {
      const auto text = by_mark.find(properties.attribute("descr").value());
      if (text == by_mark.end()) {
        throw sdk::Error(sdk::ErrorKind::Data,
                         "Picture " + std::to_string(number) +
                             " of the Word paper carries no mark that tells which chart it is, so "
                             "it cannot be described to those who do not see it.");
      }
      setAttribute(properties, "descr", text->second);
      setAttribute(properties, "id", std::to_string(number));
      setAttribute(properties, "name", name);
      properties.remove_attribute("title");
    });
    eachElement(drawing, "pic:cNvPr", [&](pugi::xml_node properties) {
      setAttribute(properties, "id", std::to_string(number));
      setAttribute(properties, "name", name);
      properties.remove_attribute("descr");  // it holds the picture's file name
      properties.remove_attribute("title");
    });
  });
  parts[kBody] = printPart(tree);
}

std::vector<std::string> pictureDescriptions(const Parts& parts) {
  const pugi::xml_document tree = parsePart(bodyOf(parts), kBody);
  std::vector<std::string> descriptions;
  eachElement(tree, "w:drawing", [&](pugi::xml_node drawing) {
    for (const char* name : {"wp:docPr", "pic:cNvPr"}) {
      eachElement(drawing, name, [&](pugi::xml_node properties) {
        if (const pugi::xml_attribute description = properties.attribute("descr")) {
          descriptions.emplace_back(description.value());
        }
      });
    }
  });
  return descriptions;
}

}  // namespace boardpack::ooxml
