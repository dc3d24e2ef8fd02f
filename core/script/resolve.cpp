#include "script/resolve.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"
#include "measure/definition/nature_of.hpp"
#include "script/breakdowns.hpp"
#include "script/derive/derive_recorder.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace boardpack::script {
namespace {

using measure::MeasureKind;

class Resolver {
 public:
  Resolver(Drafts& drafts, const KnownMeasures& known, const sdk::Force& force, State& state)
      : drafts_(drafts), known_(known), force_(force), state_(state) {}

  void run() {
    refuseDoubles();
    for (MeasureDraft& draft : drafts_.measures) {
      checked(draft, [&] { recordReads(draft); });
    }
    for (MeasureDraft& draft : drafts_.measures) {
      settle(draft);
    }
  }

 private:
  enum class Progress { None, Running, Done };

  // Runs a step on a draft, which stays sound when the step told of nothing. A draft that is not sound is looked at
  // too, so that one run tells all that is wrong with it.
  template <typename Step>
  void checked(MeasureDraft& draft, Step step) {
    if (draft.declaration.isFull()) {
      draft.is_sound = false;
      return;
    }
    const std::size_t before = draft.declaration.problems->count();
    step();
    draft.is_sound = draft.is_sound && draft.declaration.problems->count() == before;
  }

  // The second of two equal names or titles is wrong; titles head sheets and sections.
  void refuseDoubles() {
    std::map<std::string, const MeasureDraft*> by_name;
    std::map<std::string, const MeasureDraft*> by_title;
    for (MeasureDraft& draft : drafts_.measures) {
      const series::MeasureInfo& info = draft.definition.info;
      const auto [first, is_new] = by_name.try_emplace(info.name, &draft);
      if (!is_new) {
        draft.declaration.problem("", "there is a measure of this name already, in " +
                                          first->second->declaration.placeWords() + ". " +
                                          otherWays(*first->second, draft));
        draft.is_sound = false;
        continue;
      }
      const auto [same, is_own] = by_title.try_emplace(base::folded(info.title), &draft);
      if (!is_own) {
        draft.declaration.problem(
            "title", "\"" + same->second->definition.info.name + "\" in " + same->second->declaration.placeWords() +
                         " has the same title, and titles head sheets and tables. Choose another.");
        draft.is_sound = false;
      }
    }
  }

  static std::string otherWays(const MeasureDraft& first, const MeasureDraft& second) {
    const std::string& name = second.definition.info.name;
    if (first.origin == second.origin) {
      return "Choose another name.";
    }
    return "To change some of its keys write override \"" + name +
           "\" { … }, to have this one in its place replace \"" + name +
           "\" { … }; for a measure besides it choose another name.";
  }

  void recordReads(MeasureDraft& draft) {
    measure::MeasureDefinition& definition = draft.definition;
    if (definition.kind == MeasureKind::Ratio) {
      readPart(draft, "ratio.top", definition.top);
      readPart(draft, "ratio.bottom", definition.bottom);
    } else if (definition.of_states) {
      checkStatesOf(draft, *definition.of_states);
    } else if (draft.derive) {
      definition.formula = recordDerive(state_, draft, known_);
      if (!definition.formula) {
        draft.is_sound = false;
        return;
      }
      definition.reads = measure::measuresOf(*definition.formula);
      if (definition.reads.empty()) {
        draft.declaration.problem("derive", "the function reads no measure.");
      }
      refuseStates(draft);
    }
  }

  // Their places in a list are no amounts.
  void refuseStates(MeasureDraft& draft) {
    for (const std::string& name : draft.definition.reads) {
      const MeasureDraft* read = drafts_.find(name);
      if (read != nullptr && !read->definition.info.states.empty()) {
        draft.declaration.problem("derive", "'" + name +
                                                "' is a state, which nothing can be calculated with. A measure with "
                                                "state = { of = \"" +
                                                name + "\", count = … } gives numbers.");
      }
    }
  }

  void checkStatesOf(MeasureDraft& draft, const measure::MeasureDefinition::OfStates& of) {
    const MeasureDraft* named = drafts_.find(of.measure);
    if (of.measure.empty() || of.state.empty()) {
      return;
    }
    if (named == nullptr) {
      draft.declaration.problem("state.of", known_.whyUnknown(of.measure));
      return;
    }
    const std::vector<std::string>& states = named->definition.info.states;
    if (!named->is_sound) {
      draft.is_sound = false;
    } else if (states.empty() || named->by.empty()) {
      draft.declaration.problem("state.of", "'" + of.measure +
                                                "' has no states of groups: name a measure with state = { \"red\", "
                                                "\"amber\", \"green\" } and a `by`.");
    } else if (std::find(states.begin(), states.end(), of.state) == states.end()) {
      draft.declaration.problem(of.is_share ? "state.least" : "state.count",
                                "found '" + base::printable(of.state) + "', expected one of the states of '" +
                                    of.measure + "': " + base::join(states, ", ") + "." +
                                    base::didYouMean(of.state, states));
    }
  }

  void readPart(MeasureDraft& draft, const std::string& path, const measure::MeasureDefinition::Part& part) {
    if (part.rows || part.measure.empty()) {
      return;
    }
    const MeasureDraft* named = draftOf(part.measure);
    if (named == nullptr) {
      draft.declaration.problem(path, known_.whyUnknown(part.measure));
      return;
    }
    if (!named->is_sound) {
      draft.is_sound = false;
      return;
    }
    if (!named->definition.info.nature.is_sum_of_rows) {
      draft.declaration.problem(
          path, "'" + part.measure +
                    "' is neither a count nor a sum. A ratio over 12 months is "
                    "one of sums, so both parts must add up; to calculate with other measures use derive.");
      return;
    }
    draft.tables.insert(draft.tables.end(), named->tables.begin(), named->tables.end());
  }

  // Breakdowns, windows and charts; of a derived measure, after those of what it reads.
  void settle(MeasureDraft& draft) {
    Progress& progress = progress_[&draft];
    if (progress == Progress::Done) {
      return;
    }
    progress = Progress::Running;
    const std::size_t before = draft.declaration.problems->count();
    checked(draft, [&] {
      if (draft.definition.formula) {
        settleDerive(draft);
      } else {
        draft.definition.info.breakdowns = breakdownsOf(draft, force_);
      }
    });
    const bool knows_groups =
        draft.is_by_read && draft.declaration.problems->count() == before && (!draft.tables.empty() || draft.is_sound);
    if (knows_groups) {
      checked(draft, [&] { settleCharts(draft, force_); });
    }
    progress_[&draft] = Progress::Done;
  }

  void settleDerive(MeasureDraft& draft) {
    std::vector<const MeasureDraft*> reads;
    for (const std::string& name : draft.definition.reads) {
      MeasureDraft* read = draftOf(name);
      if (progress_[read] == Progress::Running) {
        draft.declaration.problem(
            "derive", read == &draft
                          ? "the measure reads itself."
                          : "'" + name + "' in " + read->declaration.placeWords() +
                                " reads this measure, and this one reads it: one of them must go without the other.");
        return;
      }
      settle(*read);
      if (!read->is_sound) {
        draft.is_sound = false;
        return;
      }
      reads.push_back(read);
    }
    settleFormula(draft);
    draft.definition.info.breakdowns = breakdownsOfDerive(draft, reads, force_);
    settleWindows(draft, reads);
  }

  // The formula as it is evaluated, and what it says of the measure.
  void settleFormula(MeasureDraft& draft) {
    measure::MeasureDefinition& definition = draft.definition;
    const measure::DefinitionOf definitions = [this](const std::string& name) -> const measure::MeasureDefinition& {
      return draftOf(name)->definition;
    };
    const measure::RolledDown rolled = measure::rollDown(definition.formula, definitions);
    if (!rolled.formula) {
      const Declaration& declaration = draft.declaration.saying("derive");
      declaration.problems->add(declaration.file, rolled.line > 0 ? rolled.line : declaration.lines.of("derive"),
                                declaration.subject + ", derive: " + rolled.problem);
      return;
    }
    definition.formula = rolled.formula;
    const std::vector<std::string> written = std::move(definition.reads);
    definition.reads = measure::measuresOf(*rolled.formula);
    definition.info.nature = natureOfDerive(definition, written, definitions);
    const bool is_whole = measure::isWhole(
        *rolled.formula, [this](const std::string& name) { return draftOf(name)->definition.info.decimals == 0; });
    definition.info.decimals = is_whole && !definition.says_decimals ? 0 : definition.info.decimals;
  }

  // Since, between and waves are of one month, period and survey in all that is put together.
  static void checkSamePeriod(const MeasureDraft& draft, series::Window window,
                              const std::vector<const MeasureDraft*>& reads) {
    const series::MeasureInfo& own = draft.definition.info;
    for (const MeasureDraft* read : reads) {
      const series::MeasureInfo& other = read->definition.info;
      const bool differs =
          (window == series::Window::Since && (own.since != other.since || own.since_words != other.since_words)) ||
          (window == series::Window::Between && own.between != other.between) ||
          (window == series::Window::Wave && own.survey != other.survey);
      if (differs && other.has(window)) {
        draft.declaration.problem("windows", "the measure '" + other.name + "' that it reads has another \"" +
                                                 series::windowName(window) + "\": both must be of the same months.");
      }
    }
  }

  static void settleWindows(MeasureDraft& draft, const std::vector<const MeasureDraft*>& reads) {
    series::MeasureInfo& info = draft.definition.info;
    keepWindowsOfFormula(draft);
    const std::vector<series::Window> asked = info.windows;
    for (const series::Window window : asked) {
      for (const MeasureDraft* read : reads) {
        if (read->definition.info.has(window)) {
          continue;
        }
        if (draft.has_windows) {
          draft.declaration.problem("windows", "the measure '" + read->definition.info.name +
                                                   "' that it reads has no \"" + series::windowName(window) + "\".");
        }
        std::erase(info.windows, window);
      }
      checkSamePeriod(draft, window, reads);
    }
    if (info.windows.empty() && !draft.has_windows && !asked.empty()) {
      draft.declaration.problem("derive", "the measures it reads have no window in common.");
    }
  }

  // :rolling and :mean go over months, and a whole year is held against 12 months.
  static void keepWindowsOfFormula(MeasureDraft& draft) {
    series::MeasureInfo& info = draft.definition.info;
    const std::vector<series::Window> possible = measure::windowsOf(*draft.definition.formula);
    const std::vector<series::Window> asked = info.windows;
    for (const series::Window window : asked) {
      if (std::find(possible.begin(), possible.end(), window) != possible.end()) {
        continue;
      }
      if (draft.has_windows) {
        draft.declaration.problem(
            "windows", possible.empty() || possible.front() == series::Window::Month
                           ? "':rolling' and ':mean' are of months, so windows = { \"month\" } is all that the measure "
                             "can have."
                           : "the amount of a whole year is held against 12 months: windows = { \"12 months\" }.");
        return;
      }
      std::erase(info.windows, window);
    }
    if (info.windows.empty()) {
      draft.declaration.problem("derive",
                                "an amount over months (:rolling, :mean) and one of a whole year (:at) have no window "
                                "in common.");
    }
  }

  MeasureDraft* draftOf(const std::string& name) { return drafts_.find(name); }

  Drafts& drafts_;
  const KnownMeasures& known_;
  const sdk::Force& force_;
  State& state_;
  std::map<const MeasureDraft*, Progress> progress_;
};

/// Targets that the workspace keeps take the place of those that a script says.
void takeTargets(const std::vector<series::TargetEntry>& kept, series::MeasureInfo& info) {
  std::vector<series::TargetStep> steps;
  for (const series::TargetEntry& entry : kept) {
    if (entry.measure == info.name) {
      steps.push_back({.from = entry.from, .value = entry.value});
      info.target_set_by = entry.set_by.empty() ? info.target_set_by : entry.set_by;
    }
  }
  if (!steps.empty()) {
    info.targets = std::move(steps);
  }
}

}  // namespace

measure::MeasureSet resolve(Drafts& drafts, const sdk::Force& force, const series::Registers& registers, State& state) {
  const KnownMeasures known = switchOffMeasures(drafts);
  Resolver(drafts, known, force, state).run();
  measure::MeasureSet set;
  set.left_out = leaveOutUnfit(drafts);
  for (MeasureDraft& draft : drafts.measures) {
    if (!draft.is_sound) {
      continue;
    }
    for (const Entry& entry : draft.serves) {
      draft.definition.info.serves.push_back(entry.text);
    }
    takeTargets(registers.targets, draft.definition.info);
    draft.definition.info.sentence =
        measure::sentenceOf(draft.definition, draft.tables.empty() ? nullptr : draft.tables.front());
    set.measures.push_back(draft.definition);
  }
  resolvePillars(drafts, known, force, registers.plan_items, set);
  for (const SwitchedOff& off : drafts.switched_off) {
    if (off.subject == "paper") {
      drafts.amendments.push_back({.what = measure::Amendment::What::SwitchedOff,
                                   .subject = "paper",
                                   .name = off.name,
                                   .place = off.declaration.place(),
                                   .over = {}});
    }
  }
  set.amendments = drafts.amendments;
  return set;
}

}  // namespace boardpack::script
