#include "plugin_host/sound.hpp"

#include "base/text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

namespace boardpack::plugin_host {
namespace {

constexpr double kLeastContrast = 4.5;  // WCAG 2.1, success criterion 1.4.3

std::optional<double> channel(std::string_view two_digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(two_digits.data(), two_digits.data() + two_digits.size(), value, 16);
  if (error != std::errc() || end != two_digits.data() + two_digits.size() || value < 0) {
    return std::nullopt;
  }
  const double s = value / 255.0;
  return s <= 0.03928 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
}

bool isSlug(std::string_view text) { return !text.empty() && base::slug(text) == text; }

void addFaultsOfNames(const sdk::Force& force, std::vector<std::string>& faults) {
  if (!isSlug(force.code)) {
    faults.push_back("its code is '" + base::printable(force.code) +
                     "', where lower-case letters, digits and dashes were expected");
  }
  for (const auto& [field, text] : requiredWords(force)) {
    if (base::trim(*text).empty()) {
      faults.push_back("its " + field + " is empty, where words were expected");
    }
  }
}

void addFaultsOfColours(const sdk::Force& force, std::vector<std::string>& faults) {
  const double contrast = contrastWithWhite(force.colours.main);
  const std::string shown = base::printable(force.colours.main);
  if (contrast == 0.0) {
    faults.push_back("its main colour is '" + shown + "', where #RRGGBB was expected");
  } else if (contrast < kLeastContrast) {
    // Rounded down, so that what fails never reads as what was asked for.
    faults.push_back("its main colour " + shown + " has a contrast of " +
                     base::formatNumber(std::floor(contrast * 100.0) / 100.0, 2) +
                     ":1 against white, where 4.5:1 or more was expected");
  }
}

void addFaultsOfPillars(const sdk::Force& force, std::vector<std::string>& faults) {
  if (force.pillars.empty()) {
    faults.push_back("it has no pillars, where one or more were expected");
  }
  std::set<std::string> ids;
  for (const sdk::Pillar& pillar : force.pillars) {
    const std::string id = "'" + base::printable(pillar.id) + "'";
    if (!isSlug(pillar.id)) {
      faults.push_back("a pillar has the id " + id + ", where lower-case letters, digits and dashes were expected");
    } else if (!ids.insert(pillar.id).second) {
      faults.push_back("two pillars have the id " + id + ", where each has its own");
    }
    if (base::trim(pillar.title).empty()) {
      faults.push_back("pillar " + id + " has no title");
    }
  }
}

}  // namespace

std::vector<std::pair<std::string, const std::string*>> requiredWords(const sdk::Force& force) {
  return {{"name", &force.name},
          {"short_name", &force.short_name},
          {"body", &force.body},
          {"chief", &force.chief},
          {"commissioner", &force.commissioner},
          {"plan_title", &force.plan_title},
          {"pillar_label", &force.pillar_label},
          {"pillar_plural", &force.pillar_plural}};
}

double contrastWithWhite(std::string_view colour) {
  if (colour.size() != 7 || colour.front() != '#') {
    return 0.0;
  }
  const auto red = channel(colour.substr(1, 2));
  const auto green = channel(colour.substr(3, 2));
  const auto blue = channel(colour.substr(5, 2));
  if (!red || !green || !blue) {
    return 0.0;
  }
  const double luminance = 0.2126 * *red + 0.7152 * *green + 0.0722 * *blue;
  return 1.05 / (luminance + 0.05);
}

std::vector<std::string> faultsOf(const sdk::Force& force) {
  std::vector<std::string> faults;
  addFaultsOfNames(force, faults);
  addFaultsOfColours(force, faults);
  addFaultsOfPillars(force, faults);
  for (auto part : {faultsOfTexts, faultsOfAreas, faultsOfTables, faultsOfFeeds}) {
    for (std::string& fault : part(force)) {
      faults.push_back(std::move(fault));
    }
  }
  return faults;
}

}  // namespace boardpack::plugin_host
