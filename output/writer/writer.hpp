#pragma once
#include "audit/finished_files.hpp"
#include "paper/document.hpp"
#include "paper/pack.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace boardpack::writer {

/// Files that a run can be asked for.
struct Format {
  std::string name;         ///< of `--formats`, and the ending of the files: "xlsx"
  std::string one, many;    ///< "workbook", "workbooks"
  std::string needs = {};   ///< another format, whose files are made for it and removed unless they are asked for
  bool is_picture = false;  ///< of a chart
  bool is_paper = false;    ///< made of the board papers' templates
};

/// A board paper, or why its template makes none.
struct BoardPaper {
  std::optional<paper::Document> document;
  std::string mistake;  ///< a sentence, where there is no document
};

/// What a run asks of the writers.
struct Request {
  const paper::Pack& pack;
  std::filesystem::path folder;   ///< of the pack, staged; a writer makes the folders it needs in it
  std::set<std::string> formats;  ///< asked for, with what these need
  std::filesystem::path fonts;
  std::filesystem::path templates;
  int threads = 1;
  std::function<std::vector<BoardPaper>()> papers;  ///< expands the templates, at each call
};

/// A part of the pack that could not be made.
struct Omitted {
  std::string sentence;
  int exit_code = 0;
};

/// What the writers made, for who looks at the finished files and for the manifest.
struct Result {
  audit::Written expected;
  std::vector<Omitted> omitted;
};

/// A library's name and version, for the manifest.
using Library = std::pair<std::string, std::string>;

/// One writer: what it can make, and how. All four functions are there.
struct Writer {
  std::vector<Format> formats;
  bool has_threads_of_its_own = false;  ///< works beside the others, and is waited for by what needs its files
  /// Called when one of its formats is asked for.
  void (*write)(const Request& request, Result& result) = nullptr;
  /// Libraries that decide the bytes, with the formats of a run; those of formats that it has not asked for may be left
  /// out where asking takes time.
  std::vector<Library> (*libraries)(const std::set<std::string>& formats) = nullptr;
};

/// A folder to work in, gone when the work is done or has failed. It lies in the staged pack: what it holds is as
/// restricted as the pack, and after a kill it goes with it.
class Scratch {
 public:
  explicit Scratch(const std::filesystem::path& pack);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace boardpack::writer
