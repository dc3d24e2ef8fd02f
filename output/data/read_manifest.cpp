#include "data/data.hpp"
#include "data/manifest_seal.hpp"

#include <nlohmann/json.hpp>

namespace boardpack::data {
namespace {

using Json = nlohmann::ordered_json;

std::string textAt(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

MadeFrom madeFromIn(const Json& object) {
  MadeFrom parts;
  const auto found = object.find("made_from");
  if (found == object.end() || !found->is_object()) {
    return parts;
  }
  for (const auto& [name, digest] : found->items()) {
    if (digest.is_string()) {
      parts.emplace_back(name, digest.get<std::string>());
    }
  }
  return parts;
}

/// False when the list is not one of files.
bool takeFiles(const Json& list, const MadeFrom& of_run, std::vector<EarlierManifest::Listed>& files) {
  if (!list.is_array()) {
    return false;
  }
  for (const Json& entry : list) {
    if (!entry.is_object() || textAt(entry, "name").empty() || textAt(entry, "sha256").empty()) {
      return false;
    }
    MadeFrom own = madeFromIn(entry);
    files.push_back({{textAt(entry, "name"), textAt(entry, "sha256"), textAt(entry, "instead_of")},
                     own.empty() ? of_run : std::move(own)});
  }
  return true;
}

}  // namespace

std::optional<EarlierManifest> readManifest(const std::string& text) {
  const Json manifest = Json::parse(text, nullptr, false);
  if (!manifest.is_object() || textAt(manifest, "program") != "boardpack" || !manifest.contains("outputs")) {
    return std::nullopt;
  }
  EarlierManifest read;
  const MadeFrom of_run = madeFromIn(manifest);
  if (!takeFiles(manifest["outputs"], of_run, read.files) ||
      (manifest.contains("kept") && !takeFiles(manifest["kept"], of_run, read.files))) {
    return std::nullopt;
  }
  read.is_as_written = isSealed(text);
  return read;
}

}  // namespace boardpack::data
