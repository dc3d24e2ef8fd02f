#include "statistics/peers/peer_figures.hpp"

#include <algorithm>
#include <tuple>

namespace boardpack::statistics {
namespace {

constexpr const char* kForce = "force";
constexpr double kPer = 1000;
constexpr int kMonthsAYear = 12;

enum class Says { Count, Rate, Change, Value };

Says saysOf(const series::Comparator& row) {
  if (row.unit.starts_with("per 1,000 people")) {
    return Says::Rate;
  }
  if (row.unit.starts_with("% change")) {
    return Says::Change;
  }
  const bool is_count = row.numerator && !row.denominator && (!row.value || *row.value == *row.numerator);
  const bool is_missing_count =
      !row.numerator && !row.denominator && !row.value && !row.unit.starts_with("%") && !row.unit.starts_with("per ");
  return is_count || is_missing_count ? Says::Count : Says::Value;
}

/// Rates of households stand beside those of people in one table; they are another figure.
bool isUsed(const series::Comparator& row) {
  return row.unit != "per 1,000 households" && (row.window.empty() || row.window == "12 months");
}

/// A row without a day of publication counts as the earliest.
bool isEarlier(const series::Comparator& a, const series::Comparator& b) {
  if (a.published_on.has_value() != b.published_on.has_value()) {
    return !a.published_on.has_value();
  }
  return a.published_on && *a.published_on < *b.published_on;
}

bool sameNumbers(const series::Comparator& a, const series::Comparator& b) {
  return a.value == b.value && a.numerator == b.numerator && a.denominator == b.denominator;
}

void take(std::optional<sdk::Date>& latest, const std::optional<sdk::Date>& day) {
  if (day && (!latest || *latest < *day)) {
    latest = day;
  }
}

}  // namespace

std::optional<double> PeerFigure::rate() const {
  // A published rate is taken of the population before it was rounded, so it says more than count and base.
  if (value) {
    return value;
  }
  return count && base && *base > 0 ? std::optional(kPer * *count / *base) : std::nullopt;
}

series::Cell PeerFigure::cell(double of, bool with_base) const {
  series::Cell made = series::Cell::of(of);
  made.numerator = count;
  made.denominator = with_base ? base : std::nullopt;
  return made;
}

std::string PeerFigure::population() const {
  const std::size_t at = method.find("; ");
  return at == std::string::npos ? method : method.substr(at + 2);
}

void PeerFigures::add(const series::Comparator& row, PeerFigure& figure) {
  switch (saysOf(row)) {
    case Says::Count:
      figure.count = row.numerator ? row.numerator : row.value;
      figure.not_available = figure.value ? figure.not_available : row.not_available;
      figure.unit = figure.unit.empty() ? row.unit : figure.unit;
      break;
    case Says::Rate:
      figure.value = row.value;
      // What the source withholds is not worked out behind its back.
      figure.base = row.value ? row.denominator : std::nullopt;
      figure.is_withheld = !row.value;
      figure.unit = row.unit;
      figure.method = row.method;
      figure.not_available = row.not_available;
      break;
    case Says::Change:
      figure.change = row.value;
      figure.change_method = row.method;
      break;
    case Says::Value:
      figure.value = row.value;
      figure.count = row.numerator;
      figure.base = row.denominator;
      figure.unit = row.unit;
      figure.method = row.method;
      figure.not_available = row.not_available;
      break;
  }
  figure.sources.insert(row.source);
  figure.publishable = figure.publishable && row.publishable;
  take(figure.published_on, row.published_on);
}

PeerFigures::PeerFigures(const PeerQuestion& question, const std::vector<series::Comparator>& comparators) {
  struct Choice {
    const series::Comparator* row;
    bool is_doubted = false;
  };
  std::map<std::tuple<Key, Says>, Choice> chosen;
  for (const series::Comparator& row : comparators) {
    if (row.measure != question.spec.measure || !isUsed(row) || row.period_end > question.month) {
      continue;
    }
    if (question.day && row.published_on && *row.published_on > *question.day) {
      held_back_ = !held_back_ || *row.published_on < *held_back_ ? row.published_on : held_back_;
      continue;
    }
    const auto [at, is_new] =
        chosen.try_emplace({Key{row.area_kind, row.area, row.period_end}, saysOf(row)}, Choice{&row});
    if (is_new) {
      continue;
    }
    if (isEarlier(*at->second.row, row)) {
      at->second = {&row};
    } else if (!isEarlier(row, *at->second.row) && !sameNumbers(row, *at->second.row)) {
      at->second.is_doubted = true;
    }
  }
  for (const auto& [key, choice] : chosen) {
    series::Comparator row = *choice.row;
    if (choice.is_doubted) {
      row.value = row.numerator = row.denominator = std::nullopt;
      row.not_available = "the sources give two figures, and it is not known which is the later";
    }
    add(row, figures_[std::get<Key>(key)]);
  }
  addSums(question, comparators);
  addPeople(question);
}

void PeerFigures::addSums(const PeerQuestion& question, const std::vector<series::Comparator>& comparators) {
  const auto sum = std::find_if(question.sums.begin(), question.sums.end(), [&](const SummedComparator& candidate) {
    return candidate.measure == question.spec.measure;
  });
  if (sum == question.sums.end()) {
    return;
  }
  std::vector<PeerFigures> parts;
  std::set<Key> keys;
  PeerQuestion of_part = question;
  of_part.sums.clear();
  of_part.people.clear();
  for (const std::vector<std::string>* names : {&sum->parts, &sum->optional_parts}) {
    for (const std::string& name : *names) {
      of_part.spec.measure = name;
      parts.emplace_back(of_part, comparators);
      for (const auto& [key, figure] : parts.back().figures_) {
        keys.insert(key);
      }
    }
  }
  for (const Key& key : keys) {
    // A total that the source gives itself is taken before one that is added up.
    if (const auto given = figures_.find(key); given != figures_.end() && given->second.count) {
      continue;
    }
    PeerFigure whole;
    whole.count = 0;
    for (std::size_t i = 0; i < parts.size() && whole.count; ++i) {
      const PeerFigure* part = parts[i].find(key.kind, key.area, key.period);
      const bool is_needed = i < sum->parts.size();
      if (part != nullptr && part->count) {
        *whole.count += *part->count;
        whole.sources.insert(part->sources.begin(), part->sources.end());
        whole.publishable = whole.publishable && part->publishable;
        whole.unit = part->unit;
        take(whole.published_on, part->published_on);
      } else if (is_needed || part != nullptr) {
        whole.count = std::nullopt;
      }
    }
    if (whole.count && !figures_.contains(key)) {
      figures_[key] = std::move(whole);
    }
  }
}

/// Whether the source gives rates for a period: then a force without one has none, and none is made for it, be it
/// withheld or no number that could be read.
bool PeerFigures::hasRates(base::Month period) const {
  return std::any_of(figures_.begin(), figures_.end(), [&](const auto& entry) {
    const PeerFigure& figure = entry.second;
    const bool is_rate = figure.value && figure.unit.starts_with("per 1,000 people");
    return entry.first.period == period && entry.first.kind == kForce && (is_rate || figure.is_withheld);
  });
}

/// Gives counts without a population that of the latest estimate, of one year for all forces of a period.
void PeerFigures::addPeople(const PeerQuestion& question) {
  std::map<std::pair<std::string, int>, double> people;
  for (const series::Inhabited& inhabited : question.people) {
    people[{inhabited.area, inhabited.year}] = inhabited.people;
  }
  std::set<base::Month> periods;
  for (const auto& [key, figure] : figures_) {
    periods.insert(key.period);
  }
  for (const base::Month period : periods) {
    if (hasRates(period)) {
      continue;
    }
    for (int year = period.year(); year >= period.year() - kOldestEstimate; --year) {
      if (!people.contains({question.force, year})) {
        continue;
      }
      for (auto& [key, figure] : figures_) {
        const auto found = people.find({key.area, year});
        const bool is_bare = figure.count && !figure.base && !figure.value;
        if (key.period == period && key.kind == kForce && is_bare && found != people.end()) {
          figure.base = found->second;
          figure.unit = "per 1,000 people";
          figure.method = "offences per 1,000 people; people of mid-" + std::to_string(year);
        }
      }
      break;
    }
  }
}

const PeerFigure* PeerFigures::find(const std::string& kind, const std::string& area, base::Month period) const {
  const auto found = figures_.find(Key{kind, area, period});
  return found == figures_.end() ? nullptr : &found->second;
}

std::vector<std::string> PeerFigures::forces(base::Month period) const {
  std::vector<std::string> names;
  for (const auto& [key, figure] : figures_) {
    if (key.kind == kForce && key.period == period) {
      names.push_back(key.area);
    }
  }
  return names;
}

std::vector<base::Month> PeerFigures::periods() const {
  std::set<base::Month> found;
  for (const auto& [key, figure] : figures_) {
    if (key.kind == kForce && (figure.count || figure.value || figure.change)) {
      found.insert(key.period);
    }
  }
  return {found.rbegin(), found.rend()};
}

}  // namespace boardpack::statistics
