#include "ooxml/xml.hpp"

namespace boardpack::ooxml {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool isNoCharacter(std::string_view rest) {
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
}

}  // namespace

std::string escapeXml(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size() + 16);
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    switch (c) {
      case '&':
        text += "&amp;";
        break;
      case '<':
        text += "&lt;";
        break;
      case '>':
        text += "&gt;";
        break;
      case '"':
        text += "&quot;";
        break;
      case '\t':
      case '\n':
      case '\r':
        text += c;
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          text += kReplacement;
        } else if (isNoCharacter(utf8.substr(i))) {
          text += kReplacement;
          i += 2;
        } else {
          text += c;
        }
    }
  }
  return text;
}

}  // namespace boardpack::ooxml
