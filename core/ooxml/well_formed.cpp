#include "ooxml/well_formed.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <new>

namespace boardpack::ooxml {
namespace {

constexpr std::size_t kBytesAtATime = std::size_t{1} << 24U;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

/// A visitor behind callbacks that no exception may leave.
struct Visit {
  XML_Parser parser;
  const XmlVisitor* visitor;
  std::exception_ptr thrown;

  template <class Call>
  void guard(const Call& call) {
    if (thrown) {
      return;
    }
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }
};

void XMLCALL onOpen(void* data, const XML_Char* name, const XML_Char** attributes) {
  auto* visit = static_cast<Visit*>(data);
  visit->guard([&] { visit->visitor->opens(name, attributes); });
}

void XMLCALL onClose(void* data, const XML_Char* name) {
  auto* visit = static_cast<Visit*>(data);
  visit->guard([&] { visit->visitor->closes(name); });
}

void XMLCALL onText(void* data, const XML_Char* text, int size) {
  auto* visit = static_cast<Visit*>(data);
  visit->guard([&] { visit->visitor->text({text, static_cast<std::size_t>(size)}); });
}

Parser newParser() {
  Parser parser(XML_ParserCreate("UTF-8"));
  if (!parser) {
    throw std::bad_alloc();
  }
  return parser;
}

std::optional<std::size_t> parse(XML_Parser parser, std::string_view xml) {
  for (std::size_t at = 0; at == 0 || at < xml.size(); at += kBytesAtATime) {
    const std::size_t size = std::min(kBytesAtATime, xml.size() - at);
    const bool is_last = at + size == xml.size();
    if (XML_Parse(parser, xml.data() + at, static_cast<int>(size), is_last ? 1 : 0) != XML_STATUS_OK) {
      if (XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY) {
        throw std::bad_alloc();
      }
      return static_cast<std::size_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser)));
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> firstFault(std::string_view xml) { return parse(newParser().get(), xml); }

std::optional<std::size_t> walk(std::string_view xml, const XmlVisitor& visitor) {
  const Parser parser = newParser();
  Visit visit{parser.get(), &visitor, nullptr};
  XML_SetUserData(parser.get(), &visit);
  XML_SetElementHandler(parser.get(), visitor.opens ? onOpen : nullptr, visitor.closes ? onClose : nullptr);
  XML_SetCharacterDataHandler(parser.get(), visitor.text ? onText : nullptr);
  const std::optional<std::size_t> fault = parse(parser.get(), xml);
  if (visit.thrown) {
    std::rethrow_exception(visit.thrown);
  }
  return fault;
}

}  // namespace boardpack::ooxml
