#include "data/manifest_seal.hpp"

#include "base/digest.hpp"

namespace boardpack::data {
namespace {

const std::string kClosing = "\n}\n";

std::string sealOf(const std::string& above) {
  return ",\n  \"sha256_of_the_above\": \"" + base::digestOf(above) + "\"" + kClosing;
}

}  // namespace

std::string sealedManifest(const std::string& text) {
  const std::string above = text.substr(0, text.size() - kClosing.size());
  return above + sealOf(above);
}

bool isSealed(const std::string& text) {
  const std::size_t length = sealOf("").size();
  return text.size() > length && text.substr(text.size() - length) == sealOf(text.substr(0, text.size() - length));
}

}  // namespace boardpack::data
