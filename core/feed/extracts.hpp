#pragma once
#include "base/load_report.hpp"
#include "base/month.hpp"
#include "base/records.hpp"

#include <boardpack/sdk/force.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::feed {

/// A data folder may say where its extracts come from, in the first line of a file of this name.
inline constexpr const char* kSourceFile = "source.txt";

/// A folder of extracts, as `--data DIR[@DATE]` names it.
struct DataFolder {
  std::filesystem::path path;
  std::optional<sdk::Date> extracted_on;
  bool may_be_empty = false;  ///< it is no error when it has no extract of the force
};

/// A file that a feed knows by its name and header.
struct Extract {
  std::filesystem::path path;
  std::string shown_as;             ///< path inside its data folder, with "/": what outputs show
  const sdk::Feed* feed = nullptr;  ///< of the force that was asked for
  base::MonthRange months;
  bool covers_everything = false;
  std::optional<sdk::Date> extracted_on;
  std::optional<base::Month> complete_to = {};  ///< the last month of which it has every row; nothing: all
  std::filesystem::path folder = {};            ///< the data folder it was found in, as it was given
};

/// A file that no feed knows, whose name is near to one that a feed would know.
struct NearExtract {
  std::string file;                  ///< as shown_as
  const sdk::Feed* feed = nullptr;   ///< whose extract it looks like
  std::string right_name;            ///< what it would be called as one
  bool is_packed = false;            ///< in an archive, so that another name is not enough
  bool is_workbook = false;          ///< saved by a spreadsheet where the feed's extracts are CSV
  bool right_name_is_there = false;  ///< beside it lies a file of that name
};

/// "X is left alone. It looks like …", with what to do.
std::string nearSentence(const NearExtract& file);

struct Found {
  std::vector<Extract> extracts;     ///< by `shown_as`, then by day of extraction: the order of folders decides nothing
  std::vector<NearExtract> near;     ///< by folder as given, then by path
  std::vector<std::string> ignored;  ///< files that no feed of the force knows, as shown_as; hidden ones left out
};

/// Every extract in the folders and the folders below them. A file that lies in two of the folders, whether one lies in
/// the other or is a link to it, is taken once: from the one that has a day of extraction, else from the inner. Throws
/// sdk::Error(Data) for a folder that is not there, has no extract of the force, a file named for a month that does not
/// exist, or one whose header does not fit its feed (all of them in one message); sdk::Error(Command) when a file lies
/// in two folders of two days of extraction.
Found findExtracts(const std::vector<DataFolder>& folders, const sdk::Force& force);

/// Which months of which extract count. An extract of which nothing counts has none.
struct Counted {
  std::size_t extract;
  std::vector<base::Month> months;  ///< empty for an extract that covers everything
};
struct Supersession {
  std::vector<Counted> counted;  ///< in order of extract
  /// [extract]; of one that covers everything, a single entry whose month is of no meaning.
  std::vector<std::vector<base::LoadReport::Superseded>> superseded;
};

/// A later extraction supersedes an earlier one of the same feed month by month. Throws sdk::Error(Command) when two
/// cover a month and neither is known to be later: it names both files and says how to give the dates; sdk::Error(Data)
/// when they lie in one folder, or when counted extracts of two feeds fill one table in the same month, whose rows
/// would then be counted twice.
Supersession supersede(const std::vector<Extract>& extracts);

/// The records of an extract, by its feed: of a workbook's sheets or a CSV file with titles where the feed has layouts,
/// else of a CSV file. `columns` are names of the feed's header. Throws sdk::Error(Data) when the file is refused.
std::unique_ptr<base::RecordSource> openExtract(const std::filesystem::path& path, const sdk::Feed& feed,
                                                const std::vector<std::string>& columns);

/// The records of a CSV file, plain or gzip by its content, with the cells of `columns` (header names) in that order.
/// Throws sdk::Error(Data) when the file is refused; see README.md for what is refused and what is rejected.
std::unique_ptr<base::RecordSource> openCsv(const std::filesystem::path& path, const sdk::Feed& feed,
                                            const std::vector<std::string>& columns);

}  // namespace boardpack::feed
