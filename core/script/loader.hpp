#pragma once
#include "script/draft.hpp"
#include "script/lua/state.hpp"
#include "script/script_problems.hpp"
#include "series/register.hpp"

#include <boardpack/sdk/force.hpp>

#include <map>
#include <string>
#include <vector>

struct lua_State;

namespace boardpack::script {

/// Runs the files of a run one after another, each with globals of its own, and keeps what they declare.
class Loader {
 public:
  Loader(const sdk::Force& force, const series::Registers& registers, Problems& problems);
  void load(const ScriptFile& file);

  State state;  // before the drafts, which hold values of it
  Drafts drafts;

 private:
  struct Begun {
    std::string function, name;
    int line = 0;
    bool is_finished = false;
  };

  enum class How { New, Replacing, Overriding };

  static Loader& of(lua_State* lua);
  template <How H>
  static int beginMeasure(lua_State* lua);
  template <How H>
  static int finishMeasure(lua_State* lua);
  template <How H>
  static int beginPillar(lua_State* lua);
  template <How H>
  static int finishPillar(lua_State* lua);
  static int switchOffMeasure(lua_State* lua);
  static int switchOffPillar(lua_State* lua);
  static int switchOffPaper(lua_State* lua);

  void offer(lua_State* lua);
  const std::string& nameOf(lua_State* lua) const;
  bool isTable(lua_State* lua, const Declaration& declaration) const;
  void takeMeasure(lua_State* lua, Declaration declaration, const std::string& name, How how);
  MeasureDraft* findInstalled(const Declaration& declaration, const std::string& name, How how);
  void overrideMeasure(lua_State* lua, MeasureDraft& base, Declaration declaration);
  void takePillar(lua_State* lua, Declaration declaration, const std::string& name, How how);
  void switchOff(lua_State* lua, const std::string& function, const std::string& subject);

  int begin(lua_State* lua, const std::string& function, int (*finisher)(lua_State*));
  Declaration finish(lua_State* lua);
  void run(const ScriptFile& file, const std::string& source);
  void tellUnfinished();
  void leaveIfFull(lua_State* lua) const;
  void takeSteps(lua_State* lua);
  void countAmendment(lua_State* lua, const std::string& subject, const std::string& name);
  void refuseEquality(lua_State* lua, MeasureDraft& draft);

  const sdk::Force& force_;
  const series::Registers& registers_;
  Problems& problems_;
  RegistryRef allowed_;
  ScriptFile file_;
  std::vector<Token> tokens_;
  std::vector<Begun> begun_;
  std::map<std::string, int> amendments_;  ///< by what they amend, as "measure robbery"
  bool is_running_ = false;                ///< a file; a derive function that runs later may declare nothing
};

}  // namespace boardpack::script
