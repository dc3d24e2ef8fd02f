#include "base/stop.hpp"
#include "base/system.hpp"
#include "base/text.hpp"
#include "document/write_documents.hpp"
#include "writer/writer.hpp"

#include <boardpack/sdk/error.hpp>

namespace boardpack::document {
namespace {

namespace fs = std::filesystem;

void writePaper(const writer::Request& request, const paper::Document& document, const fs::path& folder,
                writer::Result& result) {
  const auto omit = [&](const std::string& reason, int exit_code) {
    result.omitted.push_back({"The paper " + document.name + ".docx was not made: " + reason, exit_code});
  };
  const writer::Scratch scratch(request.folder);
  try {
    const std::optional<std::string> reason =
        writeWord(document, request.pack, folder / (document.name + ".docx"),
                  {request.templates / "reference-docx", request.folder / "charts", scratch.path()});
    if (reason) {
      omit(*reason, 3);
    }
  } catch (const sdk::Error& error) {
    if (error.kind() == sdk::ErrorKind::Outside) {
      throw;
    }
    omit(error.sentence(), 1);
  }
}

void write(const writer::Request& request, writer::Result& result) {
  const fs::path board = request.folder / "papers" / base::slug(request.pack.force.body);
  base::makeFolder(board);
  for (const writer::BoardPaper& paper : request.papers()) {
    if (!paper.document) {
      result.omitted.push_back({paper.mistake, 1});
      continue;
    }
    base::throwIfStopped();
    writePaper(request, *paper.document, board, result);
  }
  std::error_code not_empty;
  fs::remove(board, not_empty);
  fs::remove(board.parent_path(), not_empty);
}

}  // namespace

writer::Writer writer() {
  return {.formats = {{.name = "docx", .one = "paper", .many = "papers", .needs = "png", .is_paper = true}},
          .write = write,
          .libraries = [](const std::set<std::string>& formats) {
            return formats.contains("docx")
                       ? std::vector<writer::Library>{{"pandoc", pandocVersion().value_or("not installed")}}
                       : std::vector<writer::Library>{};
          }};
}

}  // namespace boardpack::document
