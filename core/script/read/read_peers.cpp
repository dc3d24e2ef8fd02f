#include "script/read/read_peers.hpp"

#include "base/text.hpp"
#include "script/read/read_fields.hpp"

#include <algorithm>

namespace boardpack::script {
namespace {

constexpr const char* kUsualGroup = "MSG";

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

void readPeers(TableReader& reader, MeasureDraft& draft) {
  reader.table("peers", [&](TableReader& peers) {
    series::PeerSpec spec;
    spec.measure = base::lower(base::trim(peers.requiredText("measure").value_or("")));
    spec.group = kUsualGroup;
    spec.weighted = peers.oneOf("average") == 1U;
    readFields(peers, spec,
               {{"group", &series::PeerSpec::group},
                {"include_own", &series::PeerSpec::includes_own},
                {"oldest", &series::PeerSpec::oldest}});
    spec.left_out = leftOut(peers);
    draft.definition.info.peers = std::move(spec);
  });
}

}  // namespace boardpack::script
