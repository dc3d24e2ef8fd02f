#pragma once
#include <string>
#include <string_view>

namespace boardpack::ooxml {

/// Text as it stands in an element or between double quotes of an attribute. What XML cannot hold at all (control
/// characters but tab and line breaks, U+FFFE and U+FFFF) becomes U+FFFD.
std::string escapeXml(std::string_view utf8);

}  // namespace boardpack::ooxml
