#include "ooxml/part_tree.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <cstdint>

namespace boardpack::ooxml {
namespace {

class StringWriter : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
  std::string text;
};

constexpr std::size_t kDeepest = 200;
constexpr std::uint64_t kMostBytes = std::uint64_t{512} << 20;

[[noreturn]] void refuse(const std::string& part, const std::string& what) {
  throw sdk::Error(sdk::ErrorKind::Data, "The part " + part + " of the file " + what);
}

/// What the tree of a part takes at the most, by its bytes alone: each element or text of it has a node.
std::uint64_t bytesOfTree(const std::string& text, Blanks blanks) {
  constexpr std::uint64_t kNode = 64;
  constexpr std::uint64_t kAttribute = 40;
  const auto tags = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '<'));
  const auto attributes = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '='));
  return text.size() + tags * kNode * (blanks == Blanks::Kept ? 2 : 1) + attributes * kAttribute;
}

/// By a loop: a function that calls itself would run out of stack on what it is to find.
bool isTooDeep(const pugi::xml_document& tree) {
  std::size_t depth = 0;
  for (pugi::xml_node node = tree.first_child(); node;) {
    if (const pugi::xml_node child = node.first_child()) {
      if (++depth > kDeepest) {
        return true;
      }
      node = child;
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      depth -= depth > 0 ? 1 : 0;
    }
    node = node.next_sibling();
  }
  return false;
}

}  // namespace

pugi::xml_document parsePart(const std::string& text, const std::string& part, Blanks blanks) {
  if (bytesOfTree(text, blanks) > kMostBytes) {
    refuse(part, "has more elements than an office file may have. Is it the file that was meant?");
  }
  if (!base::isUtf8(text)) {
    refuse(part, "is not in UTF-8, as office programs write it. Open it with one and save it again.");
  }
  pugi::xml_document tree;
  const unsigned options = blanks == Blanks::Kept ? pugi::parse_full | pugi::parse_ws_pcdata
                                                  : pugi::parse_default | pugi::parse_ws_pcdata_single;
  const auto result = tree.load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
  if (!result) {
    refuse(part, "is not well-formed XML from its byte " + std::to_string(result.offset) +
                     " on. Make the file again, or save it with an office program.");
  }
  if (isTooDeep(tree)) {
    refuse(part, "has more than 200 elements inside one another. Open it with an office program and save it again.");
  }
  return tree;
}

std::string printPart(const pugi::xml_document& tree) {
  StringWriter writer;
  tree.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(writer.text);
}

}  // namespace boardpack::ooxml
