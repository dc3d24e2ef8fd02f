#include "base/text.hpp"
#include "findings/measure_words.hpp"
#include "findings/statistics_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace boardpack::findings {

namespace {

using series::MeasureInfo;

constexpr int kRecentPeers = 12;  ///< months before the pack's; older figures are said to be the latest there are
constexpr double kInLine = 0.05;  ///< of the force's figure

std::string ordinalWords(int rank) {
  constexpr std::array kWords{"",       "second ",  "third ",  "fourth ", "fifth ",
                              "sixth ", "seventh ", "eighth ", "ninth ",  "tenth "};
  if (rank >= 1 && static_cast<std::size_t>(rank) <= kWords.size()) {
    return kWords[static_cast<std::size_t>(rank - 1)];
  }
  const int tens = rank % 100;
  const bool is_teen = tens >= 11 && tens <= 13;
  const int last = is_teen ? 0 : rank % 10;
  std::string ending = "th ";
  if (last >= 1 && last <= 3) {
    constexpr std::array kEndings{"st ", "nd ", "rd "};
    ending = kEndings[static_cast<std::size_t>(last - 1)];
  }
  return std::to_string(rank) + ending;
}

/// "second lowest of 41", "highest of 7", "joint 7th highest of 41": counted from the nearer end, and from the lowest
/// where both are as near.
std::string rankWords(const series::PeerStanding& peers) {
  const int from_highest = peers.ranked - (*peers.rank - 1) - peers.ties;
  const bool is_high = from_highest < *peers.rank;
  const bool tells_ties = peers.ties > 0 && peers.publishable;
  return std::string(tells_ties ? "joint " : "") + ordinalWords(is_high ? from_highest : *peers.rank) +
         (is_high ? "highest of " : "lowest of ") + std::to_string(peers.ranked);
}

/// "lower than", "higher than", "equal to" as the figures are shown.
std::string besideWords(const MeasureInfo& info, double own, double other) {
  if (numberWords(info, own) == numberWords(info, other)) {
    return "about equal to";
  }
  return own < other ? "lower than" : "higher than";
}

/// Of figures that may not be published: nothing that would tell them by the force's own.
std::string vagueWords(double own, double other) {
  if (std::abs(own - other) <= kInLine * std::abs(own)) {
    return "in line with";
  }
  return own < other ? "lower than" : "higher than";
}

std::string periodOf(const base::MonthRange& period) {
  return period.count() == 12 ? "the 12 months to " + period.last.longName() : base::rangeInWords(period);
}

}  // namespace

int peerDecimals(const series::Analysed& measure) {
  const int own = measure.series.info.decimals;
  if (!measure.peers || measure.peers->unit.empty()) {
    return own;
  }
  const series::PeerStanding& peers = *measure.peers;
  const auto is_small = [](double value) { return value != 0 && std::abs(value) < 1; };
  const bool any_small = (peers.own.has() && is_small(*peers.own.value)) ||
                         (peers.mean.has() && is_small(*peers.mean.value)) || (peers.lowest && is_small(*peers.lowest));
  return std::max(own, any_small ? 2 : 1);
}

std::string peersSentence(const series::Analysed& measure) {
  if (!measure.peers || !measure.peers->available || !measure.peers->own.has()) {
    return "";
  }
  const series::PeerStanding& peers = *measure.peers;
  if (!peers.mean.has() && !peers.national.has() && !peers.rank && !peers.increases) {
    return "";
  }
  MeasureInfo info = besideTitle(measure.series.info);
  info.unit = measure.series.info.titleSaysUnit() ? "" : peers.unit;
  info.decimals = peerDecimals(measure);
  MeasureInfo bare = info;
  if (bare.unit != "%") {
    bare.unit.clear();
  }
  const double own = *peers.own.value;
  std::string text = "In " + periodOf(peers.period) +
                     (peers.lag_months > kRecentPeers ? ", the latest that is known of other forces" : "") + ": " +
                     numberWords(info, own);
  const auto beside = [&](const series::Cell& other, const std::string& name) {
    if (!other.has()) {
      return;
    }
    const std::string words = peers.publishable ? besideWords(info, own, *other.value) : vagueWords(own, *other.value);
    text += ", " + words + " " + name;
    text += peers.publishable ? " (" + numberWords(bare, *other.value) + ")" : "";
  };
  beside(peers.mean, "the mean of " + peers.group + " forces");
  beside(peers.national, "the national figure");
  if (peers.rank) {
    text += ", " + rankWords(peers);
    if (peers.publishable && peers.lowest && peers.highest) {
      text += " (" + numberWords(bare, *peers.lowest) + " to " + numberWords(bare, *peers.highest) + ")";
    }
  }
  if (peers.increases && peers.compared > 0) {
    text += "; it rose in " + std::to_string(*peers.increases) + " of " + std::to_string(peers.compared) + " forces";
  }
  text += ".";
  if (!peers.averaging.empty() && peers.mean.has()) {
    text += " Mean: " + peers.averaging + ".";
  }
  if (!peers.left_out.empty()) {
    text += " Left out: " + base::joinWords(peers.left_out) + ".";
  }
  return peers.publishable ? text : text + " The other forces' figures are not for publication.";
}

std::string noPeersSentence(const series::Analysed& measure) {
  if (!measure.peers || !peersSentence(measure).empty()) {
    return "";
  }
  const series::PeerStanding& peers = *measure.peers;
  std::string why = peers.available ? peers.own.reason : peers.reason;
  if (why.empty()) {
    why = "there is nothing to set it beside";
  }
  return "Not set beside other forces: " + why + ".";
}

}  // namespace boardpack::findings
