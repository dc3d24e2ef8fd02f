#pragma once
#include <bitset>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace boardpack::expression {

/// A pattern of `like`, made ready to be held against many texts: % stands for any text, _ for one character; case
/// counts and nothing is escaped. All that a text may still become is followed at once, character by character, so the
/// time is that of one walk through the text whatever the pattern.
class LikePattern {
 public:
  /// The longest pattern, in characters.
  static constexpr std::size_t kLongest = 200;

  static bool isTooLong(std::string_view pattern);

  /// The pattern must outlive it.
  explicit LikePattern(std::string_view pattern);
  bool matches(std::string_view text) const;

 private:
  // Bit n stands for "the first n signs besides % are met".
  using States = std::bitset<kLongest + 1>;

  const States& statesAfter(std::string_view character) const;

  std::vector<std::pair<std::string_view, States>> after_;  ///< by character, in order: those that it may lead to
  States after_any_;                                        ///< those that every character may lead to
  States staying_;                                          ///< those that a % keeps
  std::size_t signs_ = 0;
};

/// Whether the engine's own `like` may take a time beyond measure: it goes back over every % when a _ is among them.
bool needsOwnLike(std::string_view pattern);
/// The name by which statements ask for LikePattern in the engine.
inline constexpr const char* kOwnLike = "boardpack_like";

}  // namespace boardpack::expression
