#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace boardpack::ooxml {

/// The byte at which a text stops being well-formed XML by the strict rules: letters that XML does not allow, names and
/// references, tags that close, one root. Nothing when all of it is.
std::optional<std::size_t> firstFault(std::string_view xml);

/// What is seen on the way through an XML text, in its order.
struct XmlVisitor {
  std::function<void(std::string_view name, const char* const* attributes)> opens;  ///< name, value, name, …, nullptr
  std::function<void(std::string_view name)> closes;
  std::function<void(std::string_view text)> text;
};

/// The same, with a visitor; what it throws comes through.
std::optional<std::size_t> walk(std::string_view xml, const XmlVisitor& visitor);

}  // namespace boardpack::ooxml
