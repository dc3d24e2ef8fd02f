#include "measure/definition/keys.hpp"

#include "temporary_scripts.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace boardpack;
using measure::Key;

namespace {

/// Kinds that a key has no meaning for, kept here by hand; a key that is not named has one for all.
const std::map<std::string, std::set<std::string>>& refused() {
  static const std::set<std::string> no_rows = {"ratio", "derive", "state", "state_of", "figure"};
  static const auto allBut = [](const std::set<std::string>& kinds) {
    std::set<std::string> others(measure::kindForms().begin(), measure::kindForms().end());
    std::erase_if(others, [&](const std::string& kind) { return kinds.contains(kind); });
    return others;
  };
  static const std::map<std::string, std::set<std::string>> all = {
      {"from", no_rows},
      {"where", no_rows},
      {"date", {"ratio", "derive", "state", "state_of", "figure", "snapshot"}},
      {"of", allBut({"share"})},
      {"unknown", allBut({"share", "share_of"})},
      {"weight", allBut({"share", "mean"})},
      {"over", allBut({"snapshot"})},
      {"at", allBut({"snapshot"})},
      {"by", {"state_of"}},
      {"better", {"state"}},
      {"target", {"state"}},
      {"targets", {"state"}},
      {"target_set_by", {"state"}},
      {"unit", {"state"}},
      {"decimals", {"state"}},
      {"format", {"state"}},
      {"chart", {"state"}},
      {"limits", {"state"}},
      {"peers", {"state", "state_of", "snapshot"}},
      {"expected", {"derive", "snapshot", "state", "state_of", "figure"}},
      {"settles_after", {"snapshot", "state", "state_of", "figure"}},
      {"per_day", allBut({"count", "sum", "rate", "derive"})},
  };
  return all;
}

bool isKind(const std::string& key) {
  const std::vector<std::string>& kinds = measure::kindKeys();
  return std::find(kinds.begin(), kinds.end(), key) != kinds.end();
}

std::string kindText(const std::string& form) {
  return form == measure::kStateOf ? "state = { of = \"plan_state\", count = \"red\" }"
                                   : std::string(measure::findKey("measure", form)->example);
}

}  // namespace

TEST_CASE("a key without a meaning for the kind is refused, for every pair of kind and key") {
  for (const std::string& form : measure::kindForms()) {
    std::string text;
    std::vector<Key> keys = measure::keysOf("measure");
    std::erase_if(keys, [](const Key& key) { return isKind(key.name) || key.name == std::string("title"); });
    for (const Key& key : keys) {
      const bool has_rows = !refused().at("from").contains(form) && key.name != std::string("from");
      text += "measure \"m_" + std::string(key.name) + "\" { title = \"M " + key.name + "\", " +
              (has_rows ? "from = \"crimes\", " : "") + kindText(form) + ", " + key.example + " }\n";
    }
    const test::Loaded loaded({{"a.lua", text}});
    for (const Key& key : keys) {
      INFO(form << ", " << key.name);
      const auto row = refused().find(key.name);
      const bool is_refused = row != refused().end() && row->second.contains(form);
      const std::optional<std::string> why = measure::whyNot(key, form);
      REQUIRE(why.has_value() == is_refused);
      const std::string sentence = "measure \"m_" + std::string(key.name) + "\", " + key.name + ": " + why.value_or("");
      const bool is_told =
          std::any_of(loaded.problems().begin(), loaded.problems().end(),
                      [&](const script::ScriptProblem& problem) { return problem.sentence == sentence; });
      CHECK(is_told == is_refused);
    }
  }
}

TEST_CASE("every kind has its key and its form") {
  CHECK(measure::kindKeys().size() == 15);
  for (const std::string& kind : measure::kindKeys()) {
    INFO(kind);
    const Key* key = measure::findKey("measure", kind);
    REQUIRE(key != nullptr);
    CHECK(measure::belongs(*key, kind));
  }
}

TEST_CASE("rows of the table of keys are whole") {
  std::set<std::pair<std::string, std::string>> known;
  std::set<std::string> tables;
  for (const measure::KeyTable& table : measure::keyTables()) {
    tables.insert(table.name);
  }
  for (const Key& key : measure::allKeys()) {
    INFO(key.table << "." << key.name);
    CHECK(known.insert({key.table, key.name}).second);
    CHECK(tables.contains(key.table));
    CHECK((*key.nested == '\0' || tables.contains(key.nested)));
    CHECK_FALSE(std::string(key.meaning).empty());
    CHECK((key.name[0] == '[' || std::string(key.example).starts_with(std::string(key.name) + " = ")));
    CHECK((key.holds == measure::Holds::Word) <= !key.words.empty());
    CHECK((key.holds == measure::Holds::Whole) <= (key.least && key.most));
    for (std::size_t at = 0; key.kinds[at] != '\0';) {
      const std::string rest = key.kinds + at;
      const std::string word = rest.substr(0, rest.find(' '));
      CHECK(std::find(measure::kindForms().begin(), measure::kindForms().end(), word) != measure::kindForms().end());
      at += word.size() + (rest.size() > word.size() ? 1 : 0);
    }
  }
}
