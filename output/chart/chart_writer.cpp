#include "base/system.hpp"
#include "chart/write_charts.hpp"
#include "writer/writer.hpp"

#include <tuple>

namespace boardpack::chart {
namespace {

void write(const writer::Request& request, writer::Result& result) {
  std::tie(result.expected.picture_width, result.expected.picture_height) = pictureSize();
  base::makeFolder(request.folder / "charts");
  writeCharts(request.pack, request.folder / "charts",
              {request.formats.contains("png"), request.formats.contains("svg")}, request.fonts, request.threads);
}

}  // namespace

writer::Writer writer() {
  return {.formats = {{.name = "png", .one = "picture", .many = "pictures", .is_picture = true},
                      {.name = "svg", .one = "drawing", .many = "drawings", .is_picture = true}},
          .has_threads_of_its_own = true,
          .write = write,
          .libraries = [](const std::set<std::string>&) { return libraryVersions(); }};
}

}  // namespace boardpack::chart
