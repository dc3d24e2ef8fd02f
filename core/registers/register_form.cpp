#include "registers/register_form.hpp"

#include <algorithm>

namespace boardpack::registers {

sdk::Feed feedOf(const Form& form) {
  sdk::Feed feed;
  feed.name = form.name;
  feed.title = "the table of " + form.holds;
  feed.file_name = form.name + ".csv";
  feed.covers = sdk::Covers::Everything;
  for (const Form::Column& column : form.columns) {
    feed.header.push_back({column.name, column.required});
  }
  return feed;
}

std::size_t Table::indexOf(const std::string& column) const {
  return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) - columns.begin());
}

}  // namespace boardpack::registers
