#include "script/loader.hpp"

#include "base/system.hpp"
#include "base/text.hpp"
#include "script/derive/series_type.hpp"
#include "script/lua/complaint.hpp"
#include "script/lua/lua_text.hpp"
#include "script/lua/protected_call.hpp"
#include "script/lua/raise.hpp"
#include "script/lua/sandbox.hpp"
#include "script/read/table_reader.hpp"

#include <boardpack/sdk/error.hpp>

#include <lua.hpp>

namespace boardpack::script {
namespace {

constexpr std::size_t kLargestScript = 1u << 20;
constexpr std::int64_t kStepsOfDeclaration = 1000;

}  // namespace

Loader::Loader(const sdk::Force& force, const series::Registers& registers, Problems& problems)
    : force_(force), registers_(registers), problems_(problems) {
  const auto failure = protectedDo(state, [this](lua_State* lua) {
    pushAllowed(lua);
    addSeriesFunctions(lua);
    offer(lua);
    allowed_ = RegistryRef(lua);
  });
  if (failure) {
    throw sdk::Error(sdk::ErrorKind::Outside, failure->sentence);
  }
}

Loader& Loader::of(lua_State* lua) { return *static_cast<Loader*>(lua_touserdata(lua, lua_upvalueindex(1))); }

void Loader::load(const ScriptFile& file) {
  std::string source;
  try {
    source = base::readFile(file.path);
  } catch (const sdk::Error& error) {
    problems_.add(file.shown_as, 1, error.sentence());
    return;
  }
  if (source.starts_with("\xEF\xBB\xBF")) {
    source.erase(0, 3);
  }
  if (source.size() > kLargestScript) {
    problems_.add(file.shown_as, 1, "The file has more than 1 MB, which is no script.");
  } else if (source.starts_with("\x1bLua")) {
    problems_.add(file.shown_as, 1,
                  "The file is compiled Lua. Only scripts as text are read: put the source in its place.");
  } else if (!base::isUtf8(source)) {
    problems_.add(file.shown_as, 1, "The file is not UTF-8. Save it again as UTF-8.");
  } else {
    run(file, source);
  }
}

void Loader::run(const ScriptFile& file, const std::string& source) {
  file_ = file;
  tokens_ = tokensOf(source);
  begun_.clear();
  state.allowFile();
  state.on_unknown_name = [this](int line, const std::string& sentence) {
    problems_.add(file_.shown_as, line, sentence);
    leaveIfFull(state.get());
  };
  is_running_ = true;
  std::optional<Failure> in_source;
  const auto failure = protectedDo(state, [&](lua_State* lua) {
    allowed_.push();
    pushEnvironment(lua, -1, "scripts");
    in_source = loadChunk(state, source, -1);
    if (!in_source) {
      lua_call(lua, 0, 0);
    }
  });
  state.on_unknown_name = nullptr;
  is_running_ = false;
  for (const auto& found : {in_source, failure}) {
    if (found && !problems_.has(file.shown_as, found->line)) {
      problems_.add(file.shown_as, std::max(found->line, 1), found->sentence);
    }
  }
  if (!in_source && !failure) {
    tellUnfinished();
  }
}

void Loader::tellUnfinished() {
  for (const Begun& begun : begun_) {
    if (!begun.is_finished) {
      problems_.add(file_.shown_as, begun.line,
                    begun.function + " \"" + begun.name + "\": nothing follows the name. Write " + begun.function +
                        " \"" + begun.name + "\" { … }.");
    }
  }
}

void Loader::leaveIfFull(lua_State* lua) const {
  if (problems_.isFull(file_.shown_as)) {
    raise(lua, "So much is wrong here that the rest of the file is not read.");
  }
}

// A declaration is read by us, which Lua does not count.
void Loader::takeSteps(lua_State* lua) {
  state.charge(kStepsOfDeclaration);
  leaveIfFull(lua);
}

// Stack: 1 the name. +1, the function that takes the table.
int Loader::begin(lua_State* lua, const std::string& function, int (*finisher)(lua_State*)) {
  if (!is_running_) {
    raise(lua, "'" + function + "' declares when the script is read; it cannot be called later.");
  }
  const int line = currentLine(lua);
  takeSteps(lua);
  if (lua_type(lua, 1) != LUA_TSTRING) {
    if (!isAbsorbed(lua, 1)) {
      problems_.add(
          file_.shown_as, line,
          function + ": found " + typeWords(lua, 1) + " in place of its name. Write " + function + " \"name\" { … }.");
    }
    pushAbsorber(lua);
    return 1;
  }
  begun_.push_back({function, base::printable(textOf(lua, 1)), line, false});
  lua_pushlightuserdata(lua, this);
  lua_pushinteger(lua, static_cast<lua_Integer>(begun_.size() - 1));
  lua_pushcclosure(lua, finisher, 2);
  return 1;
}

// Upvalues: 1 this, 2 the position in begun_.
Declaration Loader::finish(lua_State* lua) {
  if (!is_running_) {
    raise(lua, "A declaration is made when the script is read; it cannot be made later.");
  }
  takeSteps(lua);
  Begun& begun = begun_.at(static_cast<std::size_t>(lua_tointeger(lua, lua_upvalueindex(2))));
  begun.is_finished = true;
  return {.subject = begun.function + " \"" + begun.name + "\"",
          .file = file_.shown_as,
          .line = begun.line,
          .lines = KeyLines(tokens_, begun.function, begun.name, begun.line),
          .problems = &problems_};
}

}  // namespace boardpack::script
