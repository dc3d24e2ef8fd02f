#include "script/read/read_peers.hpp"

#include "base/text.hpp"
#include "script/lua/stack_guard.hpp"

#include <algorithm>
#include <lua.hpp>

namespace boardpack::script {
namespace {

constexpr const char* kExample = "peers = { measure = \"theft offences\", group = \"MSG\" }";
constexpr const char* kUsualGroup = "MSG";
constexpr int kMostMonths = 120;

std::vector<std::string> leftOut(TableReader& peers) {
  std::vector<std::string> names;
  for (const Entry& entry : peers.texts("leave_out")) {
    if (std::find(names.begin(), names.end(), entry.text) != names.end()) {
      peers.problem("leave_out", "'" + base::printable(entry.text) + "' stands in it twice.");
    }
    names.push_back(entry.text);
  }
  return names;
}

}  // namespace

void readPeers(lua_State* state, TableReader& reader, MeasureDraft& draft) {
  const StackGuard guard(state);
  const int type = reader.push("peers");
  if (type == LUA_TNIL) {
    return;
  }
  if (type != LUA_TTABLE) {
    reader.wrongType("peers", std::string("a table: ") + kExample);
    return;
  }
  TableReader peers(state, lua_gettop(state), draft.declaration, "peers");
  peers.onlyKnown({"measure", "group", "average", "include_own", "leave_out", "oldest"});
  series::PeerSpec spec;
  const auto measure =
      peers.requiredText("measure", std::string("it names the comparators' measure, as in ") + kExample);
  spec.measure = base::lower(base::trim(measure.value_or("")));
  spec.group = peers.text("group").value_or(kUsualGroup);
  spec.weighted = peers.oneOf("average", {"unweighted", "weighted"}).value_or(0) == 1;
  spec.includes_own = peers.truth("include_own").value_or(true);
  spec.left_out = leftOut(peers);
  spec.oldest = peers.wholeNumber("oldest", 0, kMostMonths).value_or(series::kOldestPeers);
  const auto kind = draft.definition.info.kind;
  if (kind == series::MeasureKind::State || kind == series::MeasureKind::Snapshot) {
    reader.problem("peers", "what stands at a date is not compared with 12 months of other forces. Take 'peers' out.");
    return;
  }
  draft.definition.info.peers = std::move(spec);
}

}  // namespace boardpack::script
