#include <boardpack/sdk/force.hpp>

namespace boardpack::sdk {

ForcePlugin::~ForcePlugin() = default;

}  // namespace boardpack::sdk
