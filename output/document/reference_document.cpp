#include "document/reference_document.hpp"

#include "base/system.hpp"
#include "base/text.hpp"
#include "ooxml/xml.hpp"

#include <boardpack/sdk/error.hpp>

#include <string_view>
#include <system_error>
#include <vector>

namespace boardpack::document {
namespace {

namespace fs = std::filesystem;

std::string fill(const std::string& text, const std::string& part, const Placeholders& placeholders) {
  std::string filled;
  std::size_t from = 0;
  while (true) {
    const std::size_t open = text.find("{{", from);
    const std::size_t close = open == std::string::npos ? open : text.find("}}", open);
    if (close == std::string::npos) {
      return filled + text.substr(from);
    }
    const std::string name(base::trim(std::string_view(text).substr(open + 2, close - open - 2)));
    const auto value = placeholders.find(name);
    if (value == placeholders.end()) {
      std::vector<std::string> known;
      for (const auto& entry : placeholders) {
        known.push_back(entry.first);
      }
      throw sdk::Error(sdk::ErrorKind::Script, "The part " + part + " of the reference document asks for '" +
                                                   base::printable(name) + "'. It can have " + base::joinWords(known) +
                                                   "." + base::didYouMean(name, known));
    }
    filled += text.substr(from, open - from) + ooxml::escapeXml(value->second);
    from = close + 2;
  }
}

}  // namespace

ooxml::Parts referenceDocument(const fs::path& folder, const Placeholders& placeholders) {
  ooxml::Parts parts;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const fs::path& path = entry->path();
    const std::string name = path.filename().string();
    if (!entry->is_regular_file() || !(name.ends_with(".xml") || name.ends_with(".rels"))) {
      continue;
    }
    const std::string part = path.lexically_relative(folder).generic_string();
    parts[part] = fill(base::readFile(path), part, placeholders);
  }
  for (const char* needed :
       {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/numbering.xml"}) {
    if (!parts.contains(needed)) {
      throw sdk::Error(sdk::ErrorKind::Outside,
                       "The reference document of Word papers is not whole: " + folder.string() + " has no " + needed +
                           ". Install the templates again.");
    }
  }
  return parts;
}

}  // namespace boardpack::document
