#pragma once
#include "base/month.hpp"

#include <boardpack/sdk/force.hpp>

#include <optional>
#include <string>
#include <vector>

namespace boardpack::measure {

/// The force's areas, as rows are put into them. Rows carry the name of an area; one that is none of the force's, nor
/// outside it, counts as not known, so that the areas of a level always add up to the force.
class Areas {
 public:
  explicit Areas(const sdk::Force& force);

  bool isLevel(const std::string& id) const;
  /// The areas of a level, each once, in the force's order; with a month, those that are areas on a day of it.
  std::vector<std::string> areasOf(const std::string& level, std::optional<base::Month> month = {}) const;
  /// The group of a row's area at a level; nullptr is a row whose area is blank. With a month, an area that is none on
  /// any day of it counts as not known.
  std::string groupOf(const std::string* area, const std::string& level, std::optional<base::Month> month = {}) const;
  /// The area above; "" at the top and for groups that are no areas.
  std::string parentOf(const std::string& area, const std::string& level) const;
  /// The areas right below one of that name, at any level.
  std::vector<std::string> childrenOf(const std::string& area) const;
  /// The areas right above those of that name, at any level.
  std::vector<std::string> parentsOf(const std::string& area) const;
  /// The areas of the lowest level in a month that lie in an area, itself when it is one.
  std::vector<std::string> lowestIn(const std::string& area, const std::string& level, base::Month month) const;
  const std::string& lowestLevel() const { return lowest_; }
  bool isArea(const std::string& name) const;

  /// How many times before a month's end areas have begun or ended: within a stretch of one number they are the same.
  std::size_t stretchOf(base::Month month) const;
  std::size_t stretches() const { return changes_.size() + 1; }
  /// A month of a stretch. Only where there are several.
  base::Month monthIn(std::size_t stretch) const { return stretch == 0 ? changes_.front() - 1 : changes_[stretch - 1]; }
  /// Why an area has no value over months, as a clause: it is none on any day of one of them. Nothing when it has.
  std::optional<std::string> whyNotOver(const std::string& area, const std::string& level,
                                        base::MonthRange months) const;
  struct Change {
    sdk::Date day;  ///< the first on which the area is one, or is none any more
    std::string area;
    bool begins = false;
  };
  /// The areas of a level that begin or end, by day.
  std::vector<Change> changesOf(const std::string& level) const;

 private:
  const sdk::Area* find(const std::string& name, const std::string& level) const;
  const sdk::Area* lowestNamed(const std::string& name) const;

  const sdk::Force& force_;
  std::string lowest_;
  std::vector<base::Month> changes_;  ///< the first month of each stretch but the first, in order
};

}  // namespace boardpack::measure
