#pragma once
#include <cstdint>
#include <vector>

namespace boardpack::measure {

/// How many different keys a group has in any stretch of months. Counted is, of each month a key occurs in, which month
/// it occurred in before: a key of a stretch is counted in the first of its months there, the one whose month before
/// lies outside.
class DistinctKeys {
 public:
  DistinctKeys(std::size_t groups, int months);

  /// A key's rows come together, its months in order; begin with this.
  void nextKey() { ++key_; }
  /// A row of the key in a group and a month, both counted from 0.
  void add(std::size_t group, int month);

  /// Different keys of the group in the months `first` to `last`.
  std::int64_t count(std::size_t group, int first, int last) const;

 private:
  std::size_t at(std::size_t group, int month, int before) const {
    return (group * months_ + static_cast<std::size_t>(month)) * (months_ + 1) + static_cast<std::size_t>(before + 1);
  }

  std::size_t months_;
  std::uint32_t key_ = 0;
  struct Last {
    std::uint32_t key = 0;
    int month = -1;
  };
  std::vector<Last> last_;               ///< of each group
  std::vector<std::uint32_t> arrivals_;  ///< [group][month][month before, from -1]
};

}  // namespace boardpack::measure
