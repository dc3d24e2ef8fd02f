#pragma once
#include "base/month.hpp"

#include <optional>
#include <string>

namespace boardpack::script {

/// The months that a text of a script names: "2016" (January to December), "2014/15" (April to March), "2018-06", or
/// "2018-01 to 2018-06". Nothing when it is none of these, or its end lies before its beginning.
std::optional<base::MonthRange> periodNamed(const std::string& text);
/// What may be written there, for messages.
std::string periodExamples();
/// The period as tables print it: "2016", "2014/15", "June 2018", "January to June 2018".
std::string periodLabel(const std::string& text, const base::MonthRange& months);

}  // namespace boardpack::script
