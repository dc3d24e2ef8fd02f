#include "script/template/template_values.hpp"

#include "findings/measure_words.hpp"
#include "findings/rejected_words.hpp"
#include "findings/statistics_words.hpp"
#include "script/lua/sandbox.hpp"

#include <lua.hpp>
#include <string>

namespace boardpack::script {
namespace {

using series::Reference;
using series::Window;

void setText(lua_State* state, const char* key, const std::string& text) {
  lua_pushlstring(state, text.data(), text.size());
  lua_setfield(state, -2, key);
}

void setNumber(lua_State* state, const char* key, int number) {
  lua_pushinteger(state, number);
  lua_setfield(state, -2, key);
}

void setTexts(lua_State* state, const char* key, const std::vector<std::string>& texts) {
  lua_createtable(state, static_cast<int>(texts.size()), 0);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    lua_pushlstring(state, texts[i].data(), texts[i].size());
    lua_rawseti(state, -2, static_cast<lua_Integer>(i + 1));
  }
  makeReadOnly(state, std::string("'") + key + "'");
  lua_setfield(state, -2, key);
}

void setForce(lua_State* state, const sdk::Force& force) {
  lua_newtable(state);
  setText(state, "code", force.code);
  setText(state, "name", force.name);
  setText(state, "short_name", force.short_name);
  setText(state, "body", force.body);
  setText(state, "chief", force.chief);
  setText(state, "commissioner", force.commissioner);
  setText(state, "plan", force.plan_title);
  setText(state, "pillar_label", force.pillar_label);
  setText(state, "pillar_plural", force.pillar_plural);
  setText(state, "area_note", force.area_note);
  makeReadOnly(state, "'force'", force.name);
  lua_setfield(state, -2, "force");
}

void setMonth(lua_State* state, base::Month month) {
  lua_newtable(state);
  setText(state, "name", month.longName());
  setText(state, "short_name", month.shortName());
  setText(state, "iso", month.iso());
  setText(state, "financial_year", month.financialYearName());
  setNumber(state, "year", month.year());
  setNumber(state, "number", month.month());
  makeReadOnly(state, "'month'", month.longName());
  lua_setfield(state, -2, "month");
}

// What the value over a window is compared with first. The previous month stands apart: a month has two references.
Reference referenceOf(Window window) {
  switch (window) {
    case Window::Month:
      return Reference::SameMonthLastYear;
    case Window::Mrt:
      return Reference::PreviousMrt;
    case Window::Ytd:
      return Reference::PreviousYtd;
    default:
      return Reference::PreviousWindow;
  }
}

void setComparison(lua_State* state, const series::MeasureInfo& info, const series::GroupAnalysis& analysis,
                   Window window, Reference reference, const std::string& before, const std::string& change) {
  const series::Comparison* comparison = analysis.find(window, reference);
  setText(state, before.c_str(),
          comparison != nullptr ? findings::valueWords(info, comparison->before) : "not available");
  setText(state, change.c_str(), comparison != nullptr ? findings::changeWords(info, *comparison) : "not available");
}

// Of the force or of one group. A window that the measure does not have is no field of it.
void setValues(lua_State* state, const series::Analysed& measure, std::size_t group, base::Month month) {
  const series::MeasureInfo& info = measure.series.info;
  if (group >= measure.series.groups.size() || group >= measure.groups.size()) {
    return;
  }
  const series::GroupAnalysis& analysis = measure.groups[group];
  for (const Window window : series::kAllWindows) {
    if (!info.has(window)) {
      continue;
    }
    const series::Cell cell = measure.series.at(measure.series.groups[group], window, month);
    const std::string name = series::windowName(window);
    setText(state, name.c_str(), findings::valueWords(info, cell));
    setText(state, (name + "_period").c_str(), findings::periodWords(measure.series, window, month));
    setComparison(state, info, analysis, window, referenceOf(window), name + "_before", name + "_change");
  }
  if (info.has(Window::Month)) {
    setComparison(state, info, analysis, Window::Month, Reference::PreviousMonth, "previous_month",
                  "previous_month_change");
  }
  setText(state, "variation", findings::variationWords(analysis));
}

// by.district is the list of the districts, in the order of the tables.
void setGroups(lua_State* state, const series::Analysed& measure, base::Month month) {
  lua_newtable(state);
  for (const series::BreakdownInfo& breakdown : measure.series.info.breakdowns) {
    lua_newtable(state);
    lua_Integer position = 0;
    for (std::size_t i = 0; i < measure.series.groups.size(); ++i) {
      const series::GroupSeries& group = measure.series.groups[i];
      if (group.breakdown != breakdown.id) {
        continue;
      }
      lua_newtable(state);
      setText(state, "name", group.group);
      setValues(state, measure, i, month);
      makeReadOnly(state, "group '" + group.group + "'", group.group);
      lua_rawseti(state, -2, ++position);
    }
    makeReadOnly(state, "'" + breakdown.id + "'");
    lua_setfield(state, -2, breakdown.id.c_str());
  }
  makeReadOnly(state, "the breakdowns of '" + measure.series.info.name + "'");
  lua_setfield(state, -2, "by");
}

// charts["robbery.mrt"] is true when that chart can be drawn, so that a template asks before it shows one.
void setCharts(lua_State* state, const paper::Pack& pack, const std::string& measure) {
  lua_newtable(state);
  for (const paper::Chart& chart : pack.charts) {
    if (chart.measure == measure && chart.drawable) {
      lua_pushboolean(state, 1);
      lua_setfield(state, -2, chart.id.c_str());
    }
  }
  makeReadOnly(state, "the charts of '" + measure + "'");
  lua_setfield(state, -2, "charts");
}

/// Those that the paper's front does not say for several measures.
std::vector<std::string> unsaid(std::vector<std::string> sentences, const findings::SharedCaveats& shared) {
  std::erase_if(sentences, [&](const std::string& sentence) { return shared.said.contains(sentence); });
  return sentences;
}

/// What the statistics say beside the sentence; a text is empty, and a list without entries, where there is nothing to
/// say.
void setStatistics(lua_State* state, const paper::Pack& pack, const series::Analysed& measure) {
  const base::Month month = measure.series.toldFor(pack.month);
  const bool is_told = measure.series.failure.empty() && !measure.series.groups.empty() && !measure.groups.empty();
  const auto text = [&](const char* key, const std::string& words) { setText(state, key, is_told ? words : ""); };
  const auto texts = [&](const char* key, const std::vector<std::string>& words) {
    setTexts(state, key, is_told ? words : std::vector<std::string>{});
  };
  text("status", findings::statusSentence(measure, pack.month));
  text("marks", findings::marksSentence(measure, month));
  text("target", findings::targetSentence(measure, month));
  text("season", findings::seasonSentence(measure));
  text("forecast", findings::forecastSentence(measure, month));
  text("peers", findings::peersSentence(measure));
  text("no_peers", findings::noPeersSentence(measure));
  texts("changes_of_level", findings::changePointSentences(measure));
  texts("contributions", findings::contributionSentences(measure));
  constexpr int kTwoYears = 24;
  std::vector<std::string> caveats = findings::eventSentences(measure, {month - (kTwoYears - 1), month});
  if (const std::string rejected = findings::rejectedSentence(measure.series, month); !rejected.empty()) {
    caveats.insert(caveats.begin(), rejected);
  }
  texts("caveats", unsaid(std::move(caveats), pack.shared));
  texts("further", unsaid(findings::furtherSentences(measure, pack.month), pack.shared));
}

void pushMeasure(lua_State* state, const paper::Pack& pack, const series::Analysed& measure) {
  const base::Month month = measure.series.toldFor(pack.month);
  const series::MeasureInfo& info = measure.series.info;
  lua_newtable(state);
  setText(state, "name", info.name);
  setText(state, "title", info.title);
  setText(state, "unit", info.unit);
  setText(state, "definition", info.sentence);
  setText(state, "note", info.note);
  setText(state, "owner", info.owner);
  lua_pushboolean(state, measure.series.failure.empty() ? 0 : 1);
  lua_setfield(state, -2, "failed");
  setValues(state, measure, 0, month);
  setText(state, "sentence", findings::measureSentence(measure, month, pack.shared));
  setStatistics(state, pack, measure);
  setGroups(state, measure, month);
  setCharts(state, pack, info.name);
  makeReadOnly(state, "measure '" + info.name + "'", info.title);
}

// Stack: the values, and at `measures` the table of measures by name.
void setPillars(lua_State* state, const paper::Pack& pack, int measures) {
  lua_newtable(state);
  for (std::size_t i = 0; i < pack.pillars.size(); ++i) {
    const paper::PillarSection& pillar = pack.pillars[i];
    lua_newtable(state);
    setText(state, "id", pillar.id);
    setText(state, "title", pillar.title);
    std::vector<std::string> outcomes;
    for (const sdk::Pillar& printed : pack.force.pillars) {
      if (printed.id == pillar.id) {
        outcomes = printed.outcomes;
      }
    }
    setTexts(state, "outcomes", outcomes);
    lua_newtable(state);
    lua_Integer position = 0;
    for (const std::string& name : pillar.measures) {
      if (lua_getfield(state, measures, name.c_str()) == LUA_TNIL) {
        lua_pop(state, 1);
      } else {
        lua_rawseti(state, -2, ++position);
      }
    }
    makeReadOnly(state, "the measures of '" + pillar.id + "'");
    lua_setfield(state, -2, "measures");
    makeReadOnly(state, "pillar '" + pillar.id + "'", pillar.title);
    lua_rawseti(state, -2, static_cast<lua_Integer>(i + 1));
  }
  makeReadOnly(state, "'pillars'");
}

}  // namespace

void addTemplateValues(lua_State* state, const paper::Pack& pack) {
  luaL_checkstack(state, 30, "");
  setForce(state, pack.force);
  setMonth(state, pack.month);
  setText(state, "month_end", base::longDate(pack.month.lastDay()));
  setText(state, "board_date", pack.board_date ? base::longDate(*pack.board_date) : "date to be confirmed");
  setText(state, "version", pack.version);
  setTexts(state, "sources", pack.sources);
  setTexts(state, "shared", pack.shared.sentences);
  lua_newtable(state);  // Stack: values, measures
  for (const series::Analysed& measure : pack.measures) {
    pushMeasure(state, pack, measure);
    lua_setfield(state, -2, measure.series.info.name.c_str());
  }
  setPillars(state, pack, lua_gettop(state));
  lua_setfield(state, -3, "pillars");
  makeReadOnly(state, "'measures'");
  lua_setfield(state, -2, "measures");
}

}  // namespace boardpack::script
