#pragma once
#include <boardpack/sdk/force.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace boardpack::plugin_host {

/// What is wrong with a force that a plugin gives: a clause each, that says what was found and what was expected. Empty
/// when the force is sound.
std::vector<std::string> faultsOf(const sdk::Force& force);

/// The force's own words that must be there, each with its field.
std::vector<std::pair<std::string, const std::string*>> requiredWords(const sdk::Force& force);

/// Texts that no output may hold (base/characters.hpp).
std::vector<std::string> faultsOfTexts(const sdk::Force& force);
std::vector<std::string> faultsOfAreas(const sdk::Force& force);
std::vector<std::string> faultsOfTables(const sdk::Force& force);
std::vector<std::string> faultsOfFeeds(const sdk::Force& force);

/// Contrast of a colour "#RRGGBB" against white by WCAG 2.1 (1.0 to 21.0); 0 when the text is not such a colour.
double contrastWithWhite(std::string_view colour);

}  // namespace boardpack::plugin_host
