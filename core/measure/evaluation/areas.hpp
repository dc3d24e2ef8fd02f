#pragma once
#include <boardpack/sdk/force.hpp>

#include <map>
#include <string>
#include <vector>

namespace boardpack::measure {

/// The force's areas, as rows are put into them. Rows carry the name of an area; one that is none of the force's, nor
/// outside it, counts as not known, so that the areas of a level always add up to the force.
class Areas {
 public:
  explicit Areas(const sdk::Force& force);

  bool isLevel(const std::string& id) const;
  /// The areas of a level, each once, in the force's order.
  std::vector<std::string> areasOf(const std::string& level) const;
  /// The group of a row's area at a level; nullptr is a row whose area is blank.
  std::string groupOf(const std::string* area, const std::string& level) const;
  /// The area above; "" at the top and for groups that are no areas.
  std::string parentOf(const std::string& area, const std::string& level) const;
  /// The areas right below one of that name, at any level.
  std::vector<std::string> childrenOf(const std::string& area) const;
  /// The areas of the lowest level that lie in an area, itself when it is one.
  std::vector<std::string> lowestIn(const std::string& area, const std::string& level) const;
  const std::string& lowestLevel() const { return lowest_; }
  bool isArea(const std::string& name) const;

 private:
  const sdk::Area* find(const std::string& name, const std::string& level) const;
  const sdk::Area* lowestNamed(const std::string& name) const;

  const sdk::Force& force_;
  std::string lowest_;
};

}  // namespace boardpack::measure
