#pragma once
#include "series/figure.hpp"
#include "series/series.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace boardpack::statistics {

/// What the paper last published says of one measure: the values of an earlier pack's figures.csv.
class Published {
 public:
  /// `figures` may be nullptr: there is no such paper.
  Published(const std::vector<series::Figure>* figures, const std::string& measure);

  struct Value {
    base::Month period;  ///< the month it was told for
    series::Cell cell;
  };
  bool isGiven() const { return is_given_; }
  /// The value of the latest period; nothing when the paper has none of that group and window.
  std::optional<Value> latest(const series::GroupSeries& group, series::Window window) const;
  /// Marks each value of the series that was published for the same period and differs.
  void markRevised(series::Series& series) const;

 private:
  using Key = std::tuple<std::string, std::string, std::string>;  ///< breakdown, group, window
  bool is_given_ = false;
  std::map<Key, std::map<base::Month, series::Cell>> values_;
};

}  // namespace boardpack::statistics
