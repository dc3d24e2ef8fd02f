#include "statistics/peers/peer_reasons.hpp"

#include "base/text.hpp"

namespace boardpack::statistics {
namespace {

std::string monthsWords(int months) { return base::countOf(months, "month", "months"); }

}  // namespace

std::string whyNone(const PeerQuestion& question, base::Month latest, std::optional<base::Month> too_old) {
  const auto age = [&](base::Month period) {
    return "end in " + period.longName() + ", " + monthsWords(question.month - period) + " before " +
           question.month.longName() + ", and the measure takes none older than " + monthsWords(question.spec.oldest);
  };
  const std::string of_measure = " of '" + question.spec.measure + "'";
  if (too_old && *too_old == latest) {
    return "the latest comparators" + of_measure + " " + age(latest);
  }
  const std::string bare = "the latest comparators" + of_measure + ", to " + latest.longName() +
                           ", are counts without a population that rates could be made of";
  return too_old ? bare + "; the latest with rates " + age(*too_old) : bare;
}

series::PeerStanding noStanding(const series::PeerSpec& spec, std::string reason) {
  series::PeerStanding standing;
  standing.group = spec.group;
  standing.own = standing.mean = standing.national = series::Cell::missing(series::Symbol::NotAvailable, reason);
  standing.reason = std::move(reason);
  return standing;
}

}  // namespace boardpack::statistics
