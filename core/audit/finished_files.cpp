#include "audit/finished_files.hpp"

#include "audit/png_file.hpp"
#include "base/digest.hpp"
#include "base/in_order.hpp"
#include "base/system.hpp"
#include "base/text.hpp"
#include "ooxml/finished.hpp"
#include "ooxml/well_formed.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace boardpack::audit {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kRoomForAFile = 64ULL * 1024 * 1024;  // less is taken for the reason why one was cut

std::string workbookFault(const ooxml::Parts& parts, const std::vector<ooxml::SheetRecord>& written) {
  const std::vector<ooxml::SheetRecord> found = ooxml::sheetRecords(parts);
  if (found.size() != written.size()) {
    return fmt::format("it has {} of {} sheets", found.size(), written.size());
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i] == written[i]) {
      continue;
    }
    if (found[i].rows() != written[i].rows()) {
      return fmt::format("its sheet '{}' has {} of {} rows", written[i].name(), found[i].rows(), written[i].rows());
    }
    if (found[i].cells() != written[i].cells()) {
      return fmt::format("its sheet '{}' has {} of {} cells", written[i].name(), found[i].cells(), written[i].cells());
    }
    return fmt::format("a cell of its sheet '{}' holds something else", written[i].name());
  }
  return "";
}

std::string officeFault(const std::string& name, const std::string& bytes, const Written& written) {
  try {
    const ooxml::Parts parts = ooxml::partsOf(bytes, name);
    if (const std::optional<std::string> fault = ooxml::packageFault(parts)) {
      return *fault;
    }
    const auto book = written.workbooks.find(name);
    return book == written.workbooks.end() ? "" : workbookFault(parts, book->second);
  } catch (const sdk::Error&) {
    return "it is no whole archive of the parts it should have";
  }
}

std::string csvFault(const std::string& name, const std::string& bytes, const Written& written) {
  const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  const auto expected = written.lines.find(name);
  if (expected != written.lines.end() && lines != expected->second) {
    return fmt::format("it has {} of {} lines", lines, expected->second);
  }
  return bytes.ends_with('\n') ? "" : "its last line has no end";
}

}  // namespace

std::string faultOf(const std::string& name, const std::string& bytes, const Written& written) {
  if (bytes.empty()) {
    return "it is empty";
  }
  std::string fault;
  if (name.ends_with(".xlsx") || name.ends_with(".docx")) {
    fault = officeFault(name, bytes, written);
  } else if (name.ends_with(".png")) {
    fault = pngFault(bytes, written.picture_width, written.picture_height);
  } else if (name.ends_with(".svg")) {
    fault = ooxml::firstFault(bytes) ? "it is not well-formed XML" : "";
  } else if (name.ends_with(".csv")) {
    fault = csvFault(name, bytes, written);
  } else if (name.ends_with(".json")) {
    fault = nlohmann::json::accept(bytes) ? "" : "it is not JSON";
  }
  const auto digest = written.digests.find(name);
  if (fault.empty() && digest != written.digests.end() && base::digestOf(bytes) != digest->second) {
    return "its bytes are others";
  }
  return fault;
}

void checkFinished(const fs::path& pack, const Written& written, std::size_t threads) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(pack)) {
    if (entry.is_regular_file()) {
      names.push_back(fs::relative(entry.path(), pack).generic_string());
    }
  }
  std::sort(names.begin(), names.end());
  std::vector<std::string> faults(names.size());
  base::inOrder(
      names.size(), threads,
      [&](std::size_t i, std::size_t) { faults[i] = faultOf(names[i], base::readFile(pack / names[i]), written); },
      [](std::size_t) {});
  for (const auto& [name, records] : written.workbooks) {
    if (!std::binary_search(names.begin(), names.end(), name)) {
      names.push_back(name);
      faults.emplace_back("it is not there");
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (faults[i].empty()) {
      continue;
    }
    if (const std::optional<std::string> reason = base::noRoomFor(pack, kRoomForAFile)) {
      throw sdk::Error(sdk::ErrorKind::Outside, *reason);
    }
    throw sdk::Error(sdk::ErrorKind::Outside,
                     fmt::format("The file {} was opened again before the pack was published, and did not come out as "
                                 "it was written: {}. The earlier pack is as it was. Check that the disk is sound and "
                                 "run again; report it if that fails too.",
                                 names[i], faults[i]));
  }
}

}  // namespace boardpack::audit
