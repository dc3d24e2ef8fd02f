#include "base/text.hpp"
#include "findings/statistics_words.hpp"
#include "paper/measure_tables.hpp"
#include "paper/statistics_tables.hpp"
#include "paper/table_cells.hpp"

namespace boardpack::paper {

namespace {

using series::Cell;

constexpr const char* kNone = "the comparator has none";
constexpr const char* kWithheld = "the other forces' figures are not for publication";

/// A figure that others than the force may see; else a mark with the reason.
class Shown {
 public:
  Shown(const series::PeerStanding& peers, Reader reader, int decimals)
      : is_shown_(peers.publishable || reader == Reader::Force), decimals_(decimals) {}

  TableCell cell(const Cell& value) const {
    return valueCell(is_shown_ || !value.has() ? value : withheld(), decimals_);
  }
  TableCell cell(const std::optional<double>& value) const {
    return is_shown_ || !value ? optionalCell(value, decimals_, kNone) : valueCell(withheld(), decimals_);
  }

 private:
  static Cell withheld() { return Cell::missing(series::Symbol::NotAvailable, kWithheld); }

  bool is_shown_;
  int decimals_;
};

std::vector<TableCell> rowOf(const series::Analysed& measure, Reader reader) {
  const series::PeerStanding& peers = *measure.peers;
  const int decimals = findings::peerDecimals(measure);
  const Shown shown(peers, reader, decimals);
  const auto of_rank = [&](int number) { return peers.rank ? std::optional(number) : std::nullopt; };
  return {measureCell(measure.series.info),
          textCell(rangeOf(peers.period)),
          textCell(peers.unit.empty() ? "number" : peers.unit),
          valueCell(peers.own, decimals),
          shown.cell(peers.mean),
          shown.cell(peers.national),
          countCell(peers.rank, kNone),
          countCell(of_rank(peers.ranked), kNone),
          shown.cell(peers.lowest),
          shown.cell(peers.highest),
          countCell(peers.increases, kNone),
          countCell(peers.increases ? std::optional<int>(peers.compared) : std::nullopt, kNone),
          textCell(peers.group + (peers.averaging.empty() ? "" : ", " + peers.averaging)),
          textCell(peers.left_out.empty() ? "none" : base::join(peers.left_out, ", ")),
          textCell(peers.publishable ? "figures" : "words only"),
          textCell((peers.source.empty() ? "not named" : peers.source) +
                   (peers.published_on ? ", published " + base::longDate(*peers.published_on) : ""))};
}

}  // namespace

Table peersTable(const Pack& pack, const std::string& measure, Reader reader) {
  Table table = tableOf(pack, measure, "peers", "Beside other forces");
  table.columns = {{"Measure", false},
                   {"Period", false},
                   {"Unit", false},
                   {"Force", true},
                   {"Mean of the group", true},
                   {"National", true},
                   {"Rank (1 is the lowest)", true},
                   {"Forces ranked", true},
                   {"Lowest", true},
                   {"Highest", true},
                   {"Forces that rose", true},
                   {"Of", true},
                   {"Group and mean", false},
                   {"Left out", false},
                   {"Outside the force", false},
                   {"Source", false}};
  std::vector<std::string> without;
  for (const series::Analysed* each : measuresFor(pack, measure)) {
    if (each->peers && each->peers->available) {
      table.rows.push_back(rowOf(*each, reader));
    } else if (each->peers) {
      without.push_back("Without a row: " + each->series.info.title + ", since " + each->peers->reason + ".");
    }
  }
  if (!table.rows.empty()) {
    table.notes.emplace_back(
        "Each force's figure is of the comparator's own period, and so is the force's own here. A rank says little "
        "without the distance between lowest and highest.");
    addNotes(table, notesFor(table));
    addNotes(table, std::move(without));
  }
  return table;
}

}  // namespace boardpack::paper
