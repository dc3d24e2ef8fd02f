#include "app/writers.hpp"

#include "writer/list.hpp"

#include <algorithm>

namespace boardpack {

#define BOARDPACK_WRITER(folder) \
  namespace folder {             \
  writer::Writer writer();       \
  }
BOARDPACK_WRITERS(BOARDPACK_WRITER)
#undef BOARDPACK_WRITER

namespace app {

const std::vector<writer::Writer>& writers() {
  static const std::vector<writer::Writer> all{
#define BOARDPACK_WRITER(folder) folder::writer(),
      BOARDPACK_WRITERS(BOARDPACK_WRITER)
#undef BOARDPACK_WRITER
  };
  return all;
}

const std::vector<writer::Format>& formats() {
  static const std::vector<writer::Format> all = [] {
    std::vector<writer::Format> found;
    for (const writer::Writer& writer : writers()) {
      found.insert(found.end(), writer.formats.begin(), writer.formats.end());
    }
    return found;
  }();
  return all;
}

std::vector<std::string> formatNames() {
  std::vector<std::string> names;
  for (const writer::Format& format : formats()) {
    names.push_back(format.name);
  }
  return names;
}

std::set<std::string> everyFormat() {
  const std::vector<std::string> names = formatNames();
  return {names.begin(), names.end()};
}

const writer::Format* formatOf(const std::string& file) {
  const auto found = std::find_if(formats().begin(), formats().end(),
                                  [&](const writer::Format& format) { return file.ends_with("." + format.name); });
  return found == formats().end() ? nullptr : &*found;
}

std::set<std::string> withNeeded(const std::set<std::string>& asked) {
  std::set<std::string> all = asked;
  for (const writer::Format& format : formats()) {
    if (asked.contains(format.name) && !format.needs.empty()) {
      all.insert(format.needs);
    }
  }
  return all;
}

}  // namespace app
}  // namespace boardpack
