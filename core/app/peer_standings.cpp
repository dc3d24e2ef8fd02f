#include "app/peer_standings.hpp"

#include "statistics/peers.hpp"

#include <boardpack/sdk/national.hpp>

namespace boardpack::app {
namespace {

std::optional<double> numberOf(const std::optional<base::Decimal>& amount) {
  return amount ? std::optional(amount->toDouble()) : std::nullopt;
}

series::Comparator comparatorOf(const warehouse::ComparatorRow& row) {
  return {.measure = row.measure,
          .area_kind = row.area_kind,
          .area = row.area,
          .period_end = base::Month::of(row.period_end),
          .window = row.window,
          .numerator = numberOf(row.numerator),
          .denominator = numberOf(row.denominator),
          .value = numberOf(row.value),
          .unit = row.unit,
          .method = row.method,
          .source = row.source,
          .place = row.place,
          .not_available = row.not_available,
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

}  // namespace

void addPeerStandings(std::vector<series::Analysed>& measures, const sdk::Force& force, base::Month month,
                      const std::optional<sdk::Date>& board_date, const series::Registers& registers,
                      warehouse::Warehouse& warehouse) {
  std::optional<std::vector<series::Inhabited>> people;
  for (series::Analysed& measure : measures) {
    const std::optional<series::PeerSpec>& spec = measure.series.info.peers;
    if (!spec || !measure.series.failure.empty()) {
      continue;
    }
    people = people ? std::move(people) : peopleOf(warehouse.population());
    std::vector<series::Comparator> comparators;
    for (const warehouse::ComparatorRow& row : warehouse.comparators(measuresBehind(spec->measure))) {
      comparators.push_back(comparatorOf(row));
    }
    statistics::PeerQuestion question{.spec = *spec,
                                      .force = force.short_name,
                                      .members = membersOf(registers, spec->group),
                                      .month = month,
                                      .day = board_date,
                                      .own = &measure.series,
                                      .people = *people,
                                      .sums = {}};
    for (const sdk::ComparatorSum& sum : sdk::comparatorSums()) {
      question.sums.push_back({sum.measure, sum.parts, sum.optional_parts});
    }
    measure.peers = statistics::standingOf(question, comparators);
  }
}

}  // namespace boardpack::app
