#include "app/peer_standings.hpp"

#include "base/log.hpp"
#include "base/shorthand.hpp"
#include "base/text.hpp"
#include "statistics/peer_standing.hpp"

#include <boardpack/sdk/national.hpp>

#include <algorithm>
#include <map>

namespace boardpack::app {
namespace {

std::optional<double> numberOf(const std::optional<base::Decimal>& amount) {
  return amount ? std::optional(amount->toDouble()) : std::nullopt;
}

/// Why a row has no value: what the source says, or what the mark in the value's place means.
std::string whyNone(const warehouse::ComparatorRow& row) {
  if (row.value || !row.not_available.empty() || row.no_number.empty()) {
    return row.not_available;
  }
  return base::shorthandMeaning(row.no_number).value_or("what stands in the source is no number");
}

/// A text that is neither a number nor a mark is a mistake somewhere: it is told, since no figure is made of it.
void addUnreadable(const std::vector<warehouse::ComparatorRow>& rows, std::vector<base::Issue>& issues) {
  std::int64_t count = 0;
  std::string first;
  for (const warehouse::ComparatorRow& row : rows) {
    if (!row.no_number.empty() && !base::shorthandMeaning(row.no_number)) {
      ++count;
      first = first.empty() ? row.place : first;
    }
  }
  if (count == 0) {
    return;
  }
  const std::string where = first.empty() ? "" : " (first at " + first + ")";
  const std::string sentence = base::countOf(count, "value", "values") + " of other forces of '" +
                               rows.front().measure + "' " + (count == 1 ? "is" : "are") +
                               " neither a number nor a mark such as [c] in its place" + where +
                               ": those forces have no figure.";
  base::logWarning(sentence);
  issues.push_back({"Other forces", rows.front().measure, sentence, count});
}

series::Comparator comparatorOf(const warehouse::ComparatorRow& row) {
  return {.measure = row.measure,
          .area_kind = row.area_kind,
          .area = row.area,
          .period_end = base::Month::of(row.period_end),
          .window = row.window,
          .numerator = numberOf(row.numerator),
          .denominator = numberOf(row.denominator),
          .value = row.value,
          .unit = row.unit,
          .method = row.method,
          .source = row.source,
          .place = row.place,
          .not_available = whyNone(row),
          .published_on = row.published_on,
          .publishable = row.publishable};
}

/// Estimates of forces in published tables; of two of one year the one published last, by their order.
std::vector<series::Inhabited> peopleOf(const std::vector<warehouse::PopulationRow>& rows) {
  std::vector<series::Inhabited> people;
  for (const warehouse::PopulationRow& row : rows) {
    if (row.area_kind == "force" && row.kind == "people") {
      people.push_back({row.area, row.year, row.value.toDouble()});
    }
  }
  return people;
}

/// The measure itself and, where it is a sum, its parts.
std::vector<std::string> measuresBehind(const std::string& measure) {
  std::vector<std::string> names = {measure};
  for (const sdk::ComparatorSum& sum : sdk::comparatorSums()) {
    if (sum.measure == measure) {
      names.insert(names.end(), sum.parts.begin(), sum.parts.end());
      names.insert(names.end(), sum.optional_parts.begin(), sum.optional_parts.end());
    }
  }
  return names;
}

std::vector<std::string> membersOf(const series::Registers& registers, const std::string& group) {
  std::vector<std::string> members;
  for (const series::PeerMember& member : registers.peers) {
    if (member.group == group) {
      members.push_back(member.force);
    }
  }
  return members;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

series::PeerStanding standingOf(const series::Series& series, const series::PeerSpec& spec, const PeerContext& context,
                                const std::vector<series::Inhabited>& people, std::vector<base::Issue>& issues) {
  std::vector<series::Comparator> comparators;
  const std::vector<warehouse::ComparatorRow> rows = context.warehouse.comparators(measuresBehind(spec.measure));
  addUnreadable(rows, issues);
  for (const warehouse::ComparatorRow& row : rows) {
    comparators.push_back(comparatorOf(row));
  }
  statistics::PeerQuestion question{.spec = spec,
                                    .force = context.force.short_name,
                                    .members = membersOf(context.registers, spec.group),
                                    .month = context.month,
                                    .day = context.board_date,
                                    .own = &series,
                                    .people = people,
                                    .sums = {}};
  for (const sdk::ComparatorSum& sum : sdk::comparatorSums()) {
    question.sums.push_back({sum.measure, sum.parts, sum.optional_parts});
  }
  return statistics::standingOf(question, comparators);
}

}  // namespace

std::vector<std::string> knownPeers(warehouse::Warehouse& warehouse) {
  const std::vector<std::string> in_rows = warehouse.comparatorMeasures();
  std::vector<std::string> known = in_rows;
  for (const sdk::ComparatorSum& sum : sdk::comparatorSums()) {
    const bool is_whole =
        std::all_of(sum.parts.begin(), sum.parts.end(), [&](const std::string& part) { return has(in_rows, part); });
    if (is_whole && !has(known, sum.measure)) {
      known.push_back(sum.measure);
    }
  }
  return known;
}

std::string unknownPeer(const series::PeerSpec& spec, const std::vector<std::string>& known) {
  if (known.empty() || has(known, spec.measure)) {
    return {};
  }
  const std::optional<std::string> near = base::nearest(spec.measure, known);
  return "the comparators have no measure '" + base::printable(spec.measure) + "'" +
         (near ? "; it is near '" + *near + "'" : "");
}

void addPeerStandings(std::vector<series::Analysed>& measures, const PeerContext& context,
                      std::vector<base::Issue>& issues) {
  std::optional<std::vector<series::Inhabited>> people;
  std::vector<std::string> known;
  std::map<std::string, std::vector<std::string>> alone;  // measures by the reason why they are
  for (series::Analysed& measure : measures) {
    const series::MeasureInfo& info = measure.series.info;
    if (!info.peers || !measure.series.failure.empty()) {
      continue;
    }
    if (!people) {
      people = peopleOf(context.warehouse.population());
      known = knownPeers(context.warehouse);
    }
    const std::string unknown = unknownPeer(*info.peers, known);
    measure.peers = unknown.empty() ? standingOf(measure.series, *info.peers, context, *people, issues)
                                    : statistics::noStanding(*info.peers, unknown);
    if (measure.peers->available) {
      continue;
    }
    const std::string& reason = measure.peers->reason;
    issues.push_back({"Other forces", info.name,
                      "The measure " + info.name + " is not set beside other forces: " + reason + ".", 1});
    alone[reason].push_back(info.name);
  }
  for (const auto& [reason, names] : alone) {
    base::logWarning((names.size() == 1 ? "The measure " : "The measures ") + base::joinWords(names) +
                     (names.size() == 1 ? " is" : " are") + " not set beside other forces: " + reason + ".");
  }
}

}  // namespace boardpack::app
