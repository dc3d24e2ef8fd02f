#pragma once
#include "ooxml/archive.hpp"

#include <boardpack/sdk/date.hpp>

#include <string>

namespace boardpack::ooxml {

/// What an office file says of itself (docProps/core.xml), the same part in xlsx, docx and pptx.
struct CoreProperties {
  std::string title;
  std::string author;  ///< the organisation, never a person
  std::string subject;
  std::string keywords;
  std::string language = "en-GB";
  sdk::Date date;  ///< shown as the day of making and of the last change: from the pack, not a clock
};

/// Writes the part anew, so that nothing that the maker of the file put there stays; adds it to the list of content
/// types and to the relationships of the file when it was not there. Throws sdk::Error(Data) when those two are missing
/// or are not XML.
void setCoreProperties(Parts& parts, const CoreProperties& properties);

}  // namespace boardpack::ooxml
