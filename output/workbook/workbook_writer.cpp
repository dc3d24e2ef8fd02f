#include "workbook/write_workbook.hpp"
#include "writer/writer.hpp"

namespace boardpack::workbook {
namespace {

void write(const writer::Request& request, writer::Result& result) {
  const std::string name = request.pack.force.code + "-" + request.pack.month.iso() + ".xlsx";
  const writer::Scratch scratch(request.folder);
  result.expected.workbooks[name] = writeWorkbook(request.pack, request.folder / name, scratch.path());
}

}  // namespace

writer::Writer writer() {
  return {.formats = {{.name = "xlsx", .one = "workbook", .many = "workbooks"}},
          .write = write,
          .libraries = [](const std::set<std::string>&) {
            return std::vector<writer::Library>{{"libxlsxwriter", libraryVersion()}};
          }};
}

}  // namespace boardpack::workbook
