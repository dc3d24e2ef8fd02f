#include <boardpack/sdk/error.hpp>

#include <utility>

namespace boardpack::sdk {

Error::Error(ErrorKind kind, std::string sentence) : kind_(kind), sentence_(std::move(sentence)), text_(sentence_) {}
Error::~Error() = default;
Error::Error(const Error&) = default;
Error& Error::operator=(const Error&) = default;

Error& Error::during(std::string what) {
  text_ += "\n  while " + what;
  trail_.push_back(std::move(what));
  return *this;
}

}  // namespace boardpack::sdk
