#include "base/text.hpp"
#include "script/amend.hpp"
#include "script/derive/derive_source.hpp"
#include "script/loader.hpp"
#include "script/lua/bound.hpp"
#include "script/lua/complaint.hpp"
#include "script/lua/lua_text.hpp"
#include "script/lua/raise.hpp"
#include "script/read/read_measure.hpp"
#include "script/read/table_reader.hpp"
#include "script/resolve.hpp"

#include <algorithm>
#include <lua.hpp>

namespace boardpack::script {
namespace {

constexpr std::int64_t kStepsOfName = 500;  // to find it among all others
constexpr std::size_t kLongestName = 200;

// A pillar's id also names files and is typed on the command line.
bool isPillarName(const std::string& name) {
  return !name.empty() && name.size() <= 60 &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
}

std::vector<std::string> installedNames(const Drafts& drafts, Origin origin) {
  std::vector<std::string> names;
  for (const MeasureDraft& draft : drafts.measures) {
    if (draft.origin < origin) {
      names.push_back(draft.definition.info.name);
    }
  }
  return names;
}

// What the script does to the table later changes nothing.
RegistryRef copyOf(lua_State* lua, int table) {
  lua_newtable(lua);
  lua_pushnil(lua);
  while (lua_next(lua, table) != 0) {
    lua_pushvalue(lua, -2);
    lua_insert(lua, -2);
    lua_rawset(lua, -4);  // Stack: …, copy, key, key, value
  }
  return RegistryRef(lua);
}

}  // namespace

// Stack: …, the table of the allowed names.
void Loader::offer(lua_State* lua) {
  const luaL_Reg functions[] = {{"measure", bound<beginMeasure<How::New>>},
                                {"override", bound<beginMeasure<How::Overriding>>},
                                {"pillar", bound<beginPillar<How::New>>},
                                {"replace", bound<beginMeasure<How::Replacing>>},
                                {"replace_pillar", bound<beginPillar<How::Replacing>>},
                                {"switch_off", bound<switchOffMeasure>},
                                {"switch_off_paper", bound<switchOffPaper>},
                                {"switch_off_pillar", bound<switchOffPillar>}};
  for (const luaL_Reg& function : functions) {
    lua_pushlightuserdata(lua, this);
    lua_pushcclosure(lua, function.func, 1);
    lua_setfield(lua, -2, function.name);
  }
}

template <Loader::How H>
int Loader::beginMeasure(lua_State* lua) {
  const char* const name = H == How::New ? "measure" : H == How::Replacing ? "replace" : "override";
  return of(lua).begin(lua, name, bound<finishMeasure<H>>);
}

template <Loader::How H>
int Loader::finishMeasure(lua_State* lua) {
  Loader& loader = of(lua);
  loader.takeMeasure(lua, loader.finish(lua), loader.nameOf(lua), H);
  return 0;
}

template <Loader::How H>
int Loader::beginPillar(lua_State* lua) {
  return of(lua).begin(lua, H == How::New ? "pillar" : "replace_pillar", bound<finishPillar<H>>);
}

template <Loader::How H>
int Loader::finishPillar(lua_State* lua) {
  Loader& loader = of(lua);
  loader.takePillar(lua, loader.finish(lua), loader.nameOf(lua), H);
  return 0;
}

// Upvalue: 2 the position in begun_.
const std::string& Loader::nameOf(lua_State* lua) const {
  return begun_.at(static_cast<std::size_t>(lua_tointeger(lua, lua_upvalueindex(2)))).name;
}

// Each is read once more with all that is changed before, so a loop of them would take ever longer.
void Loader::countAmendment(lua_State* lua, const std::string& subject, const std::string& name) {
  if (++amendments_[subject + " " + name] > Drafts::kMostAmendments) {
    raise(lua, "The " + subject + " '" + name + "' is changed more than " + std::to_string(Drafts::kMostAmendments) +
                   " times. Is there a loop that changes it again and again?");
  }
}

bool Loader::isTable(lua_State* lua, const Declaration& declaration) const {
  if (lua_type(lua, 1) == LUA_TTABLE) {
    return true;
  }
  declaration.problem("", "found " + typeWords(lua, 1) + " after the name, expected a table { … }.");
  return false;
}

// Stack: 1 the table.
void Loader::takeMeasure(lua_State* lua, Declaration declaration, const std::string& name, How how) {
  if (!isMeasureName(name)) {
    declaration.problem(
        "", "a name has lower-case letters, digits and underscores, begins with a letter, and has at most 60.");
    return;
  }
  if (!isTable(lua, declaration)) {
    return;
  }
  if (how == How::New && drafts.measures.size() >= Drafts::kMostMeasures) {
    raise(lua, "There are 5,000 measures already, which is the most that scripts may declare together.");
  }
  if (how != How::New) {
    countAmendment(lua, "measure", name);
  }
  MeasureDraft* installed = how == How::New ? nullptr : findInstalled(declaration, name, how);
  if (how == How::Overriding) {
    if (installed != nullptr) {
      overrideMeasure(lua, *installed, std::move(declaration));
    }
    return;
  }
  if (how == How::Replacing && installed == nullptr) {
    return;
  }
  MeasureDraft draft;
  draft.declaration = std::move(declaration);
  if (file_.origin == Origin::Common) {
    draft.declaration.unfit = std::make_shared<std::vector<ScriptProblem>>();
  }
  draft.origin = file_.origin;
  draft.definition.info.name = name;
  draft.table = copyOf(lua, 1);
  readMeasure(lua, 1, force_, registers_, draft);
  refuseEquality(lua, draft);
  if (installed == nullptr) {
    drafts.add(std::move(draft));
    return;
  }
  drafts.amendments.push_back({.what = measure::Amendment::What::Replaced,
                               .subject = "measure",
                               .name = name,
                               .place = draft.declaration.place(),
                               .over = installed->declaration.place()});
  draft.definition.info.script += ", in place of " + installed->definition.info.script;
  *installed = std::move(draft);
}

// The measure of that name of a file that this one may change; tells when there is none.
MeasureDraft* Loader::findInstalled(const Declaration& declaration, const std::string& name, How how) {
  MeasureDraft* found = drafts.find(name);
  if (found == nullptr) {
    const std::vector<std::string> names = installedNames(drafts, file_.origin);
    declaration.problem("", "there is no installed measure of this name." + base::didYouMean(name, names) +
                                (how == How::Replacing ? " For a new one write measure \"" + name + "\"." : ""));
    return nullptr;
  }
  if (found->origin < file_.origin) {
    return found;
  }
  declaration.problem(
      "", "the measure is " +
              std::string(found->origin == Origin::Workspace ? "the workspace's own" : "of these files") + ", in " +
              found->declaration.placeWords() + ": change it there.");
  return nullptr;
}

// Reads the installed measure once more, with what is changed of it. Stack: 1 the table of the override.
void Loader::overrideMeasure(lua_State* lua, MeasureDraft& base, Declaration declaration) {
  const std::size_t before = problems_.count();
  declaration.base = std::make_shared<const Declaration>(base.declaration);
  base.table.push();
  pushAmended(lua, -1, 1, declaration);
  for (const std::string& key : declaration.own_keys) {
    for (const Declaration* earlier = declaration.base.get(); earlier->base; earlier = earlier->base.get()) {
      if (std::find(earlier->own_keys.begin(), earlier->own_keys.end(), key) != earlier->own_keys.end()) {
        declaration.problem(key, "this is overridden already, in " + earlier->placeWords() + ".");
      }
    }
  }
  if (problems_.count() != before) {
    base.is_sound = false;
    return;
  }
  MeasureDraft draft;
  draft.origin = base.origin;
  draft.definition.info.name = base.definition.info.name;
  draft.declaration = std::move(declaration);
  readMeasure(lua, lua_gettop(lua), force_, registers_, draft);
  draft.table = RegistryRef(lua);
  const Declaration& own = draft.declaration;
  if (&own.saying("derive") == &own) {
    refuseEquality(lua, draft);
  }
  drafts.amendments.push_back({.what = measure::Amendment::What::Overridden,
                               .subject = "measure",
                               .name = draft.definition.info.name,
                               .keys = own.own_keys,
                               .place = own.place(),
                               .over = base.definition.info.script});
  draft.definition.info.script =
      base.definition.info.script + ", overridden by " + own.place() + " (" + base::join(own.own_keys, ", ") + ")";
  base = std::move(draft);
}

// Stack: +-0.
void Loader::refuseEquality(lua_State* lua, MeasureDraft& draft) {
  if (!draft.derive) {
    return;
  }
  lua_Debug function;
  draft.derive.push();
  lua_getinfo(lua, ">S", &function);
  if (const auto line = lineOfEquality(tokens_, function.linedefined, function.lastlinedefined)) {
    problems_.add(file_.shown_as, *line,
                  draft.declaration.subject +
                      ", derive: '==' and '~=' cannot look at the values of a measure, which are not known yet when "
                      "the script is read. Write m.a:equals(m.b), which gives 1 or 0 for each month; what does not "
                      "depend on a measure is decided before the function.");
    draft.is_sound = false;
  }
}

// Stack: 1 the table.
void Loader::takePillar(lua_State* lua, Declaration declaration, const std::string& name, How how) {
  PillarDraft draft;
  draft.declaration = std::move(declaration);
  draft.origin = file_.origin;
  draft.id = name;
  draft.is_replacing = how == How::Replacing;
  if (!isPillarName(draft.id)) {
    draft.declaration.problem("", "a name has lower-case letters, digits, dashes and underscores, and at most 60.");
    return;
  }
  if (!isTable(lua, draft.declaration)) {
    return;
  }
  if (drafts.pillars.size() >= Drafts::kMostPillars) {
    raise(
        lua,
        "There are 1,000 pillars and changes of pillars already, which is the most that scripts may declare together.");
  }
  countAmendment(lua, "pillar", name);
  TableReader reader(lua, 1, draft.declaration, "", "pillar");
  reader.onlyKnown();
  draft.title = reader.text("title").value_or("");
  draft.has_list = reader.has("measures");
  draft.measures = reader.texts("measures");
  draft.add = reader.texts("add");
  draft.remove = reader.texts("remove");
  const bool changes = reader.has("add") || reader.has("remove");
  if (!draft.has_list && (!changes || draft.is_replacing)) {
    draft.declaration.problem("",
                              "'measures' is missing: measures = { \"recorded_crime\" }, or {} for none. To change "
                              "an installed pillar write add = { … } or remove = { … }.");
  } else if (draft.has_list && changes) {
    draft.declaration.problem(reader.has("add") ? "add" : "remove",
                              "a pillar either lists its 'measures' or changes those of another file.");
  }
  drafts.pillars.push_back(std::move(draft));
}

int Loader::switchOffMeasure(lua_State* lua) {
  of(lua).switchOff(lua, "switch_off", "measure");
  return 0;
}

int Loader::switchOffPillar(lua_State* lua) {
  of(lua).switchOff(lua, "switch_off_pillar", "pillar");
  return 0;
}

int Loader::switchOffPaper(lua_State* lua) {
  of(lua).switchOff(lua, "switch_off_paper", "paper");
  return 0;
}

// Stack: 1 a name, or a list of names.
void Loader::switchOff(lua_State* lua, const std::string& function, const std::string& subject) {
  if (!is_running_) {
    raise(lua, "'" + function + "' declares when the script is read; it cannot be called later.");
  }
  takeSteps(lua);
  SwitchedOff off{.subject = subject, .name = {}, .origin = file_.origin, .declaration = {}};
  off.declaration.subject = function;
  off.declaration.file = file_.shown_as;
  off.declaration.line = currentLine(lua);
  off.declaration.problems = &problems_;
  off.declaration.lines = KeyLines({}, function, "", off.declaration.line);
  std::vector<std::string> names;
  if (lua_type(lua, 1) == LUA_TSTRING) {
    names.push_back(textOf(lua, 1));
  } else if (lua_type(lua, 1) == LUA_TTABLE) {
    for (lua_Integer i = 1; lua_rawgeti(lua, 1, i) == LUA_TSTRING; ++i) {
      state.charge(kStepsOfName);
      names.push_back(textOf(lua, -1));
      lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
  }
  if (names.empty() && !isAbsorbed(lua, 1)) {
    off.declaration.problem("", "found " + typeWords(lua, 1) + ", expected a name or a list of names: " + function +
                                    " \"name\", " + function + " { \"one\", \"other\" }.");
  }
  for (const std::string& name : names) {
    if (name.size() > kLongestName || name.find('\0') != std::string::npos) {
      off.declaration.problem(
          "", "'" + base::printable(name) + "' is no name: it is too long, or holds characters that cannot be shown.");
      continue;
    }
    if (drafts.switched_off.size() >= Drafts::kMostSwitchedOff) {
      raise(lua, "5,000 names are switched off already, which is the most that scripts may switch off together.");
    }
    off.name = name;
    drafts.switched_off.push_back(off);
  }
}

}  // namespace boardpack::script
