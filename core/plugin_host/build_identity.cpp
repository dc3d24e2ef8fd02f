#include "plugin_host/build_identity.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/identity.hpp>

#include <array>
#include <vector>

namespace boardpack::plugin_host {
namespace {

struct Part {
  std::string_view prefix;  // in the identity
  std::string_view shown;   // in its place
  std::string_view meaning;
};

constexpr std::array<Part, 7> kParts{{{"abi", "ABI ", "the ABI number"},
                                      {"headers", "headers ", "the SDK's headers"},
                                      {"", "", "the compiler"},
                                      {"cxx", "C++ ", "the C++ standard"},
                                      {"", "", "the standard library"},
                                      {"strings", "strings ", "the string ABI"},
                                      {"debug", "debug containers ", "the debug containers"}}};

// "gcc12" as "gcc 12", "libstdcxx12" as "libstdc++ 12", "202002L" as "202002".
std::string readable(std::string_view value) {
  std::string text(value);
  if (text.ends_with('L')) {
    text.pop_back();
  }
  if (const auto name = text.find("cxx"); name != std::string::npos) {
    text.replace(name, 3, "c++");
  }
  const auto digit = text.find_first_of("0123456789");
  if (digit != std::string::npos && digit > 0) {
    text.insert(digit, " ");
  }
  return base::printable(text, 40);
}

std::vector<std::string_view> partsOf(std::string_view identity) {
  std::vector<std::string_view> parts;
  if (!identity.starts_with(kIdentityPrefix)) {
    return parts;
  }
  identity.remove_prefix(kIdentityPrefix.size());
  while (true) {
    const auto end = identity.find('_');
    parts.push_back(identity.substr(0, end));
    if (end == std::string_view::npos) {
      return parts;
    }
    identity.remove_prefix(end + 1);
  }
}

bool isUsual(const std::vector<std::string_view>& parts) { return parts.size() == kParts.size(); }

}  // namespace

std::string ownIdentity() { return BOARDPACK_SDK_IDENTITY_TEXT; }

std::string describeIdentity(std::string_view identity) {
  const auto parts = partsOf(identity);
  if (!isUsual(parts)) {
    return base::printable(identity, 200);
  }
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    std::string_view value = parts[i];
    if (value.starts_with(kParts[i].prefix)) {
      value.remove_prefix(kParts[i].prefix.size());
    }
    // What stands behind a word of ours (a digest, a number) has no name and number of its own to be set apart.
    const bool named = kParts[i].prefix.empty() || kParts[i].prefix == "cxx";
    shown.push_back(std::string(kParts[i].shown) + (named ? readable(value) : base::printable(value, 40)));
  }
  return base::join(shown, ", ");
}

std::string identityDifference(std::string_view one, std::string_view other) {
  const auto a = partsOf(one);
  const auto b = partsOf(other);
  if (!isUsual(a) || !isUsual(b)) {
    return "";
  }
  std::vector<std::string> different;
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    if (a[i] != b[i]) {
      different.emplace_back(kParts[i].meaning);
    }
  }
  return base::joinWords(different);
}

}  // namespace boardpack::plugin_host
