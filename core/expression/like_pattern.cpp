#include "expression/like_pattern.hpp"

#include <algorithm>
#include <map>

namespace boardpack::expression {
namespace {

std::string_view firstCharacter(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
    ++end;
  }
  return text.substr(0, end);
}

}  // namespace

LikePattern::LikePattern(std::string_view pattern) {
  std::map<std::string_view, States> after;
  std::vector<std::pair<std::string_view, std::size_t>> signs;
  while (!pattern.empty()) {
    const std::string_view sign = firstCharacter(pattern);
    pattern.remove_prefix(sign.size());
    if (sign == "%") {
      staying_.set(signs_);
      continue;
    }
    ++signs_;
    if (sign == "_") {
      after_any_.set(signs_);
    } else {
      signs.emplace_back(sign, signs_);
    }
  }
  for (const auto& [sign, place] : signs) {
    after.try_emplace(sign, after_any_).first->second.set(place);
  }
  after_.assign(after.begin(), after.end());
}

bool LikePattern::isTooLong(std::string_view pattern) {
  std::size_t characters = 0;
  for (; !pattern.empty() && characters <= kLongest; ++characters) {
    pattern.remove_prefix(firstCharacter(pattern).size());
  }
  return characters > kLongest;
}

const LikePattern::States& LikePattern::statesAfter(std::string_view character) const {
  const auto found = std::lower_bound(after_.begin(), after_.end(), character,
                                      [](const auto& each, std::string_view wanted) { return each.first < wanted; });
  return found == after_.end() || found->first != character ? after_any_ : found->second;
}

bool LikePattern::matches(std::string_view text) const {
  States states;
  states.set(0);
  while (!text.empty() && states.any()) {
    const std::string_view character = firstCharacter(text);
    text.remove_prefix(character.size());
    states = ((states << 1) & statesAfter(character)) | (states & staying_);
  }
  return states.test(signs_);
}

bool needsOwnLike(std::string_view pattern) {
  return pattern.find('%') != std::string_view::npos && pattern.find('_') != std::string_view::npos;
}

}  // namespace boardpack::expression
