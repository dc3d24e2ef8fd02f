#include "measure/evaluation/groups/tally.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <set>

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

/// Adds the amounts of a row of the answer, whose combination is in `place`, to its tally.
class Adder {
 public:
  Adder(const Question& question, const Combinations& combinations)
      : adds_(question.adds), table_(combinations.table()) {
    const auto indexOf = [&combinations](const expression::Tree& tree) {
      return tree == nullptr ? kNone : combinations.amountIndex(tree);
    };
    amount_ = indexOf(question.rows.amount);
    base_ = indexOf(question.base);
    squares_ = indexOf(question.squares);
  }

  void add(Tally& tally, std::size_t row, Place place) const {
    const std::int64_t rows = table_.rows[row];
    if (place == Place::Unknown) {
      tally.unknown += rows;
      return;
    }
    switch (adds_) {
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
        tally.answers += table_.known[amount_][row];
        break;
      case Question::Adds::WeightedMean:
        tally.numerator += table_.sums[amount_][row];
        tally.denominator += table_.sums[base_][row];
        tally.unknown += rows - table_.known[amount_][row];
        tally.answers += table_.known[amount_][row];
        break;
      case Question::Adds::Rows:
      case Question::Adds::Share:
      case Question::Adds::Values:
      case Question::Adds::Keys:
        return;
    }
    if (squares_ != kNone) {
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

/// The groups of the combinations by number, so that rows find theirs without their names.
class NumberedGroups {
 public:
  NumberedGroups(const Breakdown& breakdown, const Combinations& combinations, const Areas& areas) : areas_(areas) {
    std::map<std::string, std::uint32_t> numbers;
    const std::size_t stretches = isByArea(breakdown) ? areas.stretches() : 1;
    for (std::size_t stretch = 0; stretch < stretches; ++stretch) {
      const auto month = stretches == 1 ? std::nullopt : std::optional(areas.monthIn(stretch));
      std::vector<std::uint32_t>& of_combination = of_stretch_.emplace_back();
      for (std::string& name : groupNames(breakdown, combinations, areas, month)) {
        const auto [number, is_new] = numbers.emplace(name, static_cast<std::uint32_t>(names_.size()));
        if (is_new) {
          names_.push_back(std::move(name));
        }
        of_combination.push_back(number->second);
      }
    }
  }

  const std::vector<std::string>& names() const { return names_; }
  /// The group of a combination, which differs by month where areas begin and end.
  template <class Month>
  std::size_t of(std::uint32_t combination, const Month& month) const {
    return of_stretch_[of_stretch_.size() == 1 ? 0 : areas_.stretchOf(month())][combination];
  }

 private:
  const Areas& areas_;
  std::vector<std::string> names_;
  std::vector<std::vector<std::uint32_t>> of_stretch_;  ///< [stretch of the areas][combination]
};

/// Rows alone, added up as whole numbers: most measures count, and each looks at every row of its answer.
struct RowCounts {
  std::int64_t in = 0;
  std::int64_t base_only = 0;
  std::int64_t unknown = 0;

  void add(std::int64_t rows, Place place) {
    (place == Place::In ? in : place == Place::InBaseOnly ? base_only : unknown) += rows;
  }
  Tally tally(bool is_share) const {
    return {.numerator = base::Decimal::fromCount(in),
            .denominator = is_share ? base::Decimal::fromCount(in + base_only) : base::Decimal(),
            .unknown = unknown};
  }
};

/// Calls `add(slot, row, place)` of every row that counts or might; a slot is a group's number times `places`, plus the
/// row's place; a row whose place is not below `places` is left out. Returns which groups had one. Templates, since all
/// are called for each row of each measure.
template <class PlaceOf, class MonthOf, class Add>
std::vector<bool> eachCounted(const std::vector<Place>& place_of_combination, const NumberedGroups& groups,
                              const Combinations& combinations, std::size_t places, const PlaceOf& place_of,
                              const MonthOf& month_of, const Add& add) {
  std::vector<bool> occurs(groups.names().size());
  const std::vector<std::uint32_t>& combination_of = combinations.combinationOfRow();
  for (std::size_t row = 0; row < combination_of.size(); ++row) {
    const std::uint32_t combination = combination_of[row];
    if (place_of_combination[combination] == Place::Out) {
      continue;
    }
    const std::size_t place = place_of(row);
    if (place < places) {
      const std::size_t group = groups.of(combination, [&] { return month_of(row); });
      occurs[group] = true;
      add(group * places + place, row, place_of_combination[combination]);
    }
  }
  return occurs;
}

// So few are added up as soon as counted.
constexpr std::size_t kFewGroups = 60;

template <class PlaceOf, class MonthOf>
GroupTallies talliedWith(const Question& question, const Breakdown& breakdown, Combinations& combinations,
                         std::size_t places, const PlaceOf& place_of, const MonthOf& month_of, const Areas& areas,
                         const GroupCheck& check) {
  const std::vector<Place> place_of_combination = placesOf(question, combinations);
  const NumberedGroups groups(breakdown, combinations, areas);
  if (check && groups.names().size() > kFewGroups) {
    const std::vector<bool> found = eachCounted(place_of_combination, groups, combinations, places, place_of, month_of,
                                                [](std::size_t, std::size_t, Place) {});
    check(static_cast<std::size_t>(std::count(found.begin(), found.end(), true)));
  }
  const warehouse::GroupTable& table = combinations.table();
  std::vector<Tally> found(groups.names().size() * places);
  std::vector<bool> occurs;
  if (question.adds == Question::Adds::Rows || question.adds == Question::Adds::Share) {
    std::vector<RowCounts> counts(found.size());
    occurs =
        eachCounted(place_of_combination, groups, combinations, places, place_of, month_of,
                    [&](std::size_t slot, std::size_t row, Place place) { counts[slot].add(table.rows[row], place); });
    std::transform(counts.begin(), counts.end(), found.begin(),
                   [&](const RowCounts& each) { return each.tally(question.adds == Question::Adds::Share); });
  } else {
    const Adder adder(question, combinations);
    occurs = eachCounted(place_of_combination, groups, combinations, places, place_of, month_of,
                         [&](std::size_t slot, std::size_t row, Place place) { adder.add(found[slot], row, place); });
  }
  GroupTallies tallies;
  for (std::size_t group = 0; group < groups.names().size(); ++group) {
    if (occurs[group]) {
      const auto first = found.begin() + static_cast<std::ptrdiff_t>(group * places);
      tallies.emplace(groups.names()[group], MonthlyTallies(first, first + static_cast<std::ptrdiff_t>(places)));
    }
  }
  return tallies;
}

}  // namespace

GroupTallies talliedBy(const Question& question, const Breakdown& breakdown, Combinations& combinations,
                       std::size_t places, const PlaceOfRow& place_of, const MonthOfRow& month_of, const Areas& areas) {
  return talliedWith(question, breakdown, combinations, places, place_of, month_of, areas, {});
}

GroupTallies tallied(const Question& question, const Breakdown& breakdown, Combinations& combinations,
                     base::MonthRange months, const Gaps& gaps, const Areas& areas, const GroupCheck& check) {
  const std::size_t left_out = gaps.size();
  std::vector<std::size_t> place_of_month;
  for (const std::optional<Gap>& gap : gaps) {
    place_of_month.push_back(gap ? left_out : place_of_month.size());
  }
  const warehouse::GroupTable& table = combinations.table();
  const auto place_of = [&](std::size_t row) {
    const auto month = static_cast<std::size_t>(table.month[row] - months.first);
    return month < place_of_month.size() ? place_of_month[month] : left_out;
  };
  return talliedWith(
      question, breakdown, combinations, static_cast<std::size_t>(months.count()), place_of,
      [&table](std::size_t row) { return table.month[row]; }, areas, check);
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

std::vector<std::string> groupsIn(const GroupTallies& tallies) {
  std::vector<std::string> groups;
  for (const auto& [group, monthly] : tallies) {
    groups.push_back(group);
  }
  return groups;
}

std::vector<std::string> groupOrder(const Breakdown& breakdown, const std::vector<std::string>& occurring,
                                    const Areas& areas) {
  std::vector<std::string> order;
  if (breakdown.is_area) {
    order = areas.areasOf(breakdown.id);
  }
  const std::set<std::string> areas_of_level(order.begin(), order.end());
  for (const std::string& group : occurring) {
    if (!areas_of_level.contains(group)) {
      order.push_back(group);
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const std::string& a, const std::string& b) { return lastRank(a) < lastRank(b); });
  return order;
}

}  // namespace boardpack::measure
