#include "app/pack_folder/kept_parts.hpp"

#include "app/writers.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace boardpack::app {
namespace {

using Kept = data::ManifestFacts::Kept;

struct PartWords {
  const char* part;  ///< of data::MadeFrom
  const char* words;
};

constexpr PartWords kParts[] = {
    {"version", "by another version of the program"},
    {"board_date", "for another day of the board"},
    {"inputs", "from other extracts"},
    {"scripts", "with other scripts"},
    {"templates", "with other templates"},
    {"registers", "with other small tables of the workspace"},
    {"published", "beside other published figures"},
};

std::string digestOf(const data::MadeFrom& parts, const std::string& name) {
  for (const auto& [part, digest] : parts) {
    if (part == name) {
      return digest;
    }
  }
  return "";
}

/// "1 workbook and 24 pictures".
std::string counted(const std::vector<const Kept*>& kept) {
  std::vector<writer::Format> kinds = formats();
  // Pictures are many, and stand last.
  std::stable_partition(kinds.begin(), kinds.end(), [](const writer::Format& kind) { return !kind.is_picture; });
  std::vector<std::string> parts;
  for (const writer::Format& kind : kinds) {
    const auto count = std::count_if(kept.begin(), kept.end(),
                                     [&](const Kept* each) { return each->file.name.ends_with("." + kind.name); });
    if (count > 0) {
      parts.push_back(base::countOf(count, kind.one, kind.many));
    }
  }
  return base::joinWords(parts);
}

}  // namespace

void compareKept(std::vector<Kept>& kept, const data::MadeFrom& now) {
  for (Kept& each : kept) {
    each.differs.clear();
    for (const PartWords& part : kParts) {
      const writer::Format* format = formatOf(each.file.name);
      const bool counts = part.part != std::string("templates") || (format != nullptr && format->is_paper);
      if (counts && digestOf(each.made_from, part.part) != digestOf(now, part.part)) {
        each.differs.emplace_back(part.part);
      }
    }
  }
}

std::vector<std::string> keptSentences(const std::vector<Kept>& kept) {
  std::vector<const Kept*> other;
  std::set<std::string> differing;
  for (const Kept& each : kept) {
    if (!each.differs.empty()) {
      other.push_back(&each);
      differing.insert(each.differs.begin(), each.differs.end());
    }
  }
  if (other.empty()) {
    return {};
  }
  std::vector<std::string> words;
  for (const PartWords& part : kParts) {
    if (differing.contains(part.part)) {
      words.emplace_back(part.words);
    }
  }
  return {fmt::format("{} {} of an earlier run, made {}: {} figures may not be those of this run.", counted(other),
                      other.size() == 1 ? "is" : "are", base::joinWords(words), other.size() == 1 ? "its" : "their")};
}

}  // namespace boardpack::app
