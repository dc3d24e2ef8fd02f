#include "measure/evaluation/tally.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>

namespace boardpack::measure {
namespace {

/// Where a combination's rows go.
enum class Place { Out, In, InBaseOnly, Unknown };

Place placeOfShare(Truth base, Truth met, const Question& question) {
  if (base == Truth::False) {
    return Place::Out;
  }
  if (base == Truth::Unknown) {
    return Place::Unknown;  // whether the row belongs to the base is not known, whatever an unknown `met` counts as
  }
  if (met == Truth::Unknown) {
    return question.unknown_counts_as_no ? Place::InBaseOnly : Place::Unknown;
  }
  return met == Truth::True ? Place::In : Place::InBaseOnly;
}

std::vector<Place> placesOf(const Question& question, Combinations& combinations) {
  const std::vector<Truth>& where = combinations.truthOf(question.rows.where);
  const std::vector<Truth>& met = combinations.truthOf(question.met);
  const std::vector<Truth>& of = combinations.truthOf(question.of);
  const bool counts_all = question.adds == Question::Adds::Rows || question.adds == Question::Adds::Amount;
  const bool is_share = question.adds == Question::Adds::Share || question.adds == Question::Adds::ShareOfAmount;
  std::vector<Place> places(combinations.size(), Place::Out);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (where[i] == Truth::Unknown && counts_all) {
      places[i] = Place::Unknown;
    } else if (where[i] == Truth::True) {
      places[i] = is_share ? placeOfShare(of[i], met[i], question) : Place::In;
    }
  }
  return places;
}

/// Adds a row of the answer, whose combination is in `place`, to its tally.
class Adder {
 public:
  Adder(const Question& question, const Combinations& combinations)
      : adds_(question.adds), table_(combinations.table()) {
    const auto indexOf = [&combinations](const expression::Tree& tree) {
      return tree == nullptr ? kNone : combinations.amountIndex(tree);
    };
    if (adds_ != Question::Adds::Rows) {
      amount_ = indexOf(question.rows.amount);
      base_ = indexOf(question.base);
      squares_ = indexOf(question.squares);
    }
  }

  void add(Tally& tally, std::size_t row, Place place) const {
    const std::int64_t rows = table_.rows[row];
    if (place == Place::Unknown) {
      tally.unknown += rows;
      return;
    }
    switch (adds_) {
      case Question::Adds::Rows:
        tally.numerator += base::Decimal::fromCount(rows);
        return;
      case Question::Adds::Share:
        tally.denominator += base::Decimal::fromCount(rows);
        if (place == Place::In) {
          tally.numerator += base::Decimal::fromCount(rows);
        }
        return;
      case Question::Adds::AmountAndKnown:
        tally.denominator += base::Decimal::fromCount(table_.known[amount_][row]);
        [[fallthrough]];
      case Question::Adds::Amount:
        tally.numerator += table_.sums[amount_][row];
        tally.unknown += rows - table_.known[amount_][row];
        return;
      case Question::Adds::ShareOfAmount:
        tally.denominator += table_.sums[amount_][row];
        if (place == Place::In) {
          tally.numerator += table_.sums[amount_][row];
        }
        tally.unknown += rows - table_.known[amount_][row];
        break;
      case Question::Adds::WeightedMean:
        tally.numerator += table_.sums[amount_][row];
        tally.denominator += table_.sums[base_][row];
        tally.unknown += rows - table_.known[amount_][row];
        break;
      case Question::Adds::Values:
      case Question::Adds::Keys:
        return;
    }
    if (squares_ != kNone) {
      tally.answers += table_.known[amount_][row];
      tally.squares += table_.sums[squares_][row];
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  Question::Adds adds_;
  const warehouse::GroupTable& table_;
  std::size_t amount_ = kNone;
  std::size_t base_ = kNone;
  std::size_t squares_ = kNone;
};

std::string groupOf(const std::string* text, const Breakdown& breakdown, const Areas& areas,
                    std::optional<base::Month> month) {
  if (breakdown.is_area) {
    return areas.groupOf(text, breakdown.id, month);
  }
  if (text == nullptr) {
    return kNotKnown;
  }
  if (breakdown.is_boolean) {
    return *text == "true" ? "Yes" : "No";
  }
  return *text;
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  numerator += other.numerator;
  denominator += other.denominator;
  unknown += other.unknown;
  answers += other.answers;
  squares += other.squares;
  return *this;
}

std::vector<std::string> groupNames(const Breakdown& breakdown, const Combinations& combinations, const Areas& areas,
                                    std::optional<base::Month> month) {
  if (breakdown.id.empty()) {
    return std::vector<std::string>(combinations.size());
  }
  if (!breakdown.parts.empty()) {
    std::vector<std::string> joined(combinations.size());
    for (std::size_t part = 0; part < breakdown.parts.size(); ++part) {
      const std::vector<std::string> names = groupNames(breakdown.parts[part], combinations, areas, month);
      for (std::size_t i = 0; i < names.size(); ++i) {
        joined[i] += (part == 0 ? "" : std::string(1, kPathSeparator)) + names[i];
      }
    }
    return joined;
  }
  const std::vector<std::string>& texts = combinations.table().texts;
  std::map<int, std::string> names;
  std::vector<std::string> found;
  for (const int text : combinations.textsOf(breakdown.column)) {
    const auto known = names.find(text);
    if (known != names.end()) {
      found.push_back(known->second);
      continue;
    }
    const std::string* value = text < 0 ? nullptr : &texts[static_cast<std::size_t>(text)];
    found.push_back(names.emplace(text, groupOf(value, breakdown, areas, month)).first->second);
  }
  return found;
}

std::vector<std::string> Breakdown::columns() const {
  if (parts.empty()) {
    return column.empty() ? std::vector<std::string>() : std::vector<std::string>{column};
  }
  std::vector<std::string> found;
  for (const Breakdown& part : parts) {
    found.push_back(part.column);
  }
  return found;
}

std::vector<std::string> pathOf(const std::string& group) {
  std::vector<std::string> path;
  std::size_t begin = 0;
  for (std::size_t end = group.find(kPathSeparator); end != std::string::npos;
       end = group.find(kPathSeparator, begin)) {
    path.push_back(group.substr(begin, end - begin));
    begin = end + 1;
  }
  path.push_back(group.substr(begin));
  return path;
}

namespace {

bool isByArea(const Breakdown& breakdown) {
  return breakdown.is_area || std::any_of(breakdown.parts.begin(), breakdown.parts.end(), isByArea);
}

/// The tallies of the groups that the combinations lie in, which differ by month where areas begin and end.
class TallyOf {
 public:
  TallyOf(const Breakdown& breakdown, const Combinations& combinations, std::size_t places, const Areas& areas)
      : breakdown_(breakdown), combinations_(combinations), places_(places), areas_(areas) {
    stretches_.resize(isByArea(breakdown) ? areas.stretches() : 1);
  }

  MonthlyTallies& at(std::size_t combination, base::Month month) {
    std::vector<MonthlyTallies*>& found = stretches_[stretches_.size() == 1 ? 0 : areas_.stretchOf(month)];
    if (found.empty()) {
      for (const std::string& name : groupNames(breakdown_, combinations_, areas_, month)) {
        found.push_back(&tallies[name]);
      }
    }
    MonthlyTallies& own = *found[combination];
    if (own.empty()) {
      own.resize(places_);
    }
    return own;
  }

  GroupTallies tallies;

 private:
  const Breakdown& breakdown_;
  const Combinations& combinations_;
  std::size_t places_;
  const Areas& areas_;
  std::vector<std::vector<MonthlyTallies*>> stretches_;  ///< [stretch of the areas][combination]
};

/// `place_of` and `month_of` are templates', since they are called for each row of each measure.
template <class PlaceOf, class MonthOf>
GroupTallies talliedWith(const Question& question, const Breakdown& breakdown, Combinations& combinations,
                         std::size_t places, const PlaceOf& place_of, const MonthOf& month_of, const Areas& areas) {
  const std::vector<Place> place_of_combination = placesOf(question, combinations);
  const Adder adder(question, combinations);
  const warehouse::GroupTable& table = combinations.table();
  TallyOf tally(breakdown, combinations, places, areas);
  for (std::size_t row = 0; row < table.size; ++row) {
    const std::uint32_t combination = combinations.combinationOfRow()[row];
    if (place_of_combination[combination] == Place::Out) {
      continue;
    }
    const std::optional<std::size_t> place = place_of(row);
    if (!place) {
      continue;
    }
    adder.add(tally.at(combination, month_of(row))[*place], row, place_of_combination[combination]);
  }
  std::erase_if(tally.tallies, [](const auto& group) { return group.second.empty(); });
  return std::move(tally.tallies);
}

}  // namespace

GroupTallies talliedBy(const Question& question, const Breakdown& breakdown, Combinations& combinations,
                       std::size_t places, const PlaceOfRow& place_of, const MonthOfRow& month_of, const Areas& areas) {
  return talliedWith(question, breakdown, combinations, places, place_of, month_of, areas);
}

GroupTallies tallied(const Question& question, const Breakdown& breakdown, Combinations& combinations,
                     base::MonthRange months, const Gaps& gaps, const Areas& areas) {
  const warehouse::GroupTable& table = combinations.table();
  const auto place_of = [&](std::size_t row) -> std::optional<std::size_t> {
    if (!months.contains(table.month[row])) {
      return std::nullopt;
    }
    const auto month = static_cast<std::size_t>(table.month[row] - months.first);
    return gaps[month] ? std::nullopt : std::optional(month);
  };
  return talliedWith(
      question, breakdown, combinations, static_cast<std::size_t>(months.count()), place_of,
      [&table](std::size_t row) { return table.month[row]; }, areas);
}

int lastRank(const std::string& group) {
  if (group == sdk::kOutsideForce) {
    return 1;
  }
  if (group == sdk::kAreaNotKnown) {
    return 2;
  }
  return group == kNotKnown ? 3 : 0;
}

std::vector<std::string> groupOrder(const Breakdown& breakdown, const GroupTallies& tallies, const Areas& areas) {
  std::vector<std::string> order;
  if (breakdown.is_area) {
    order = areas.areasOf(breakdown.id);
  }
  for (const auto& [group, monthly] : tallies) {
    if (std::find(order.begin(), order.end(), group) == order.end()) {
      order.push_back(group);
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const std::string& a, const std::string& b) { return lastRank(a) < lastRank(b); });
  return order;
}

void checkGroupCount(const std::string& measure, const std::string& breakdown, std::size_t groups) {
  if (groups > kMostGroups) {
    throw sdk::Error(sdk::ErrorKind::Script,
                     "'" + measure + "' by " + breakdown + " has " + std::to_string(groups) +
                         " groups, more than 60 groups: no table or chart of that many can be read. Name a coarser "
                         "breakdown, or keep the largest groups and the rest as \"Other\" with `top`, as in by = { { "
                         "\"offence\", top = 20 } }.");
  }
}

}  // namespace boardpack::measure
