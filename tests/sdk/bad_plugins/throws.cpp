#include <boardpack/sdk/error.hpp>
#include <boardpack/sdk/plugin.hpp>

class Throws final : public boardpack::sdk::ForcePlugin {
 public:
  boardpack::sdk::Force force() const override {
    throw boardpack::sdk::Error(boardpack::sdk::ErrorKind::Data, "The plan has not been agreed yet.");
  }
};

BOARDPACK_FORCE_PLUGIN(Throws);
