#include "ooxml/part_tree.hpp"

#include <boardpack/sdk/error.hpp>

namespace boardpack::ooxml {
namespace {

class StringWriter : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
  std::string text;
};

}  // namespace

pugi::xml_document parsePart(const std::string& text, const std::string& part) {
  pugi::xml_document tree;
  const auto result =
      tree.load_buffer(text.data(), text.size(), pugi::parse_full | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!result) {
    throw sdk::Error(sdk::ErrorKind::Data, "The part " + part + " of the file is not well-formed XML from its byte " +
                                               std::to_string(result.offset) +
                                               " on. Make the file again, or save it with an office program.");
  }
  return tree;
}

std::string printPart(const pugi::xml_document& tree) {
  StringWriter writer;
  tree.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(writer.text);
}

}  // namespace boardpack::ooxml
