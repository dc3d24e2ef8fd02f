#include "plugin_host/sound.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"

namespace boardpack::plugin_host {
namespace {

/// Collects what is wrong with texts that outputs show.
class Texts {
 public:
  void check(const std::string& text, const std::string& where) {
    if (!base::isUtf8(text)) {
      faults.push_back(where + " is not UTF-8 text");
    } else if (const std::string bad = base::badCharacter(text); !bad.empty()) {
      faults.push_back(where + " holds " + bad);
    }
  }
  std::vector<std::string> faults;
};

std::string named(const char* what, const std::string& name) {
  return std::string(what) + " '" + base::printable(name) + "'";
}

void checkForce(const sdk::Force& force, Texts& texts) {
  for (const auto& [field, text] : requiredWords(force)) {
    texts.check(*text, "its " + field);
  }
  texts.check(force.area_note, "its area_note");
  for (const sdk::Pillar& pillar : force.pillars) {
    const std::string where = named("pillar", pillar.id);
    texts.check(pillar.reference, "the reference of " + where);
    texts.check(pillar.title, "the title of " + where);
    for (const std::string& outcome : pillar.outcomes) {
      texts.check(outcome, "an outcome of " + where);
    }
  }
}

void checkAreas(const sdk::Force& force, Texts& texts) {
  for (const sdk::AreaLevel& level : force.area_levels) {
    const std::string where = named("area level", level.id);
    texts.check(level.label, "the label of " + where);
    texts.check(level.plural, "the plural of " + where);
  }
  for (const sdk::Area& area : force.areas) {
    texts.check(area.name, "the name of " + named("area", area.name));
  }
}

void checkFeed(const sdk::Feed& feed, Texts& texts) {
  const std::string where = named("feed", feed.name);
  texts.check(feed.title, "the title of " + where);
  texts.check(feed.publisher, "the publisher of " + where);
  for (const sdk::RowRoute& route : feed.routes) {
    for (const sdk::ColumnMap& map : route.columns) {
      for (const auto& [source, canonical] : map.codes) {
        texts.check(canonical, "what a code of '" + base::printable(map.target) + "' stands for in " + where);
      }
    }
  }
  for (const sdk::Layout& layout : feed.layouts) {
    for (const auto& [column, text] : layout.says) {
      texts.check(text, "what a layout of " + where + " says of '" + base::printable(column) + "'");
    }
    for (const auto& [mark, meaning] : layout.missing) {
      texts.check(meaning, "the meaning of a mark in a layout of " + where);
    }
  }
}

void checkTable(const sdk::Table& table, Texts& texts) {
  const std::string where = named("table", table.name);
  texts.check(table.row_singular, "the row of " + where);
  texts.check(table.row_plural, "the rows of " + where);
  for (const sdk::Column& column : table.columns) {
    texts.check(column.meaning, "the meaning of '" + base::printable(column.name) + "' in " + where);
  }
}

}  // namespace

std::vector<std::string> faultsOfTexts(const sdk::Force& force) {
  Texts texts;
  checkForce(force, texts);
  checkAreas(force, texts);
  for (const sdk::Feed& feed : force.feeds) {
    checkFeed(feed, texts);
  }
  for (const sdk::Table& table : force.tables) {
    checkTable(table, texts);
  }
  return texts.faults;
}

}  // namespace boardpack::plugin_host
