#include "data/data.hpp"
#include "data/manifest_seal.hpp"

#include "base/digest.hpp"

#include <nlohmann/json.hpp>

namespace boardpack::data {

namespace {

using Json = nlohmann::ordered_json;

Json filesOf(const std::vector<ManifestFacts::File>& files) {
  Json list = Json::array();
  for (const ManifestFacts::File& file : files) {
    list.push_back(Json{{"name", file.name}, {"sha256", file.digest}});
    if (!file.instead_of.empty()) {
      list.back()["instead_of"] = file.instead_of;
    }
  }
  return list;
}

Json rejectsOf(const std::vector<base::RejectReason>& reasons) {
  Json list = Json::array();
  for (const base::RejectReason& reason : reasons) {
    list.push_back(Json{{"column", reason.column},
                        {"reason", reason.reason},
                        {"rows", reason.rows},
                        {"first_record", reason.first_record}});
    if (!reason.first_place.empty()) {
      list.back()["first_place"] = reason.first_place;
    }
  }
  return list;
}

/// By the file that counts instead, in the order in which they first come.
Json supersededOf(const base::LoadReport& load) {
  Json list = Json::array();
  for (const base::LoadReport::Superseded& one : load.superseded) {
    Json* entry = nullptr;
    for (Json& candidate : list) {
      if (candidate["by"] == one.by_file) {
        entry = &candidate;
      }
    }
    if (entry == nullptr) {
      list.push_back(Json{{"by", one.by_file}, {"months", load.covers_everything ? Json("all") : Json(Json::array())}});
      entry = &list.back();
    }
    if (!load.covers_everything) {
      (*entry)["months"].push_back(one.month.iso());
    }
  }
  return list;
}

/// Whether the file was read now or known from a kept warehouse is left out: it decides no figure.
Json inputOf(const base::LoadReport& load) {
  Json input;
  input["file"] = load.file;
  input["feed"] = load.feed;
  input["sha256"] = load.digest;
  input["bytes"] = load.bytes;
  input["encoding"] = load.encoding;
  if (load.covers_everything) {
    input["months"] = "all";
  } else {
    input["months"] = Json{{"first", load.months.first.iso()}, {"last", load.months.last.iso()}};
  }
  input["extracted_on"] = load.extracted_on ? Json(base::isoDate(*load.extracted_on)) : Json(nullptr);
  if (load.complete_to) {
    input["complete_to"] = load.complete_to->iso();
  }
  input["rows_read"] = load.rows_read;
  input["rows_loaded"] = load.rows_loaded;
  input["rows_rejected"] = load.rows_rejected;
  Json tables = Json::object();
  for (const base::TableLoad& table : load.tables) {
    tables[table.table] = table.rows;
  }
  input["tables"] = std::move(tables);
  input["rejected"] = rejectsOf(load.reasons);
  input["superseded"] = supersededOf(load);
  return input;
}

Json issuesOf(const std::vector<base::Issue>& issues) {
  Json list = Json::array();
  for (const base::Issue& issue : issues) {
    list.push_back(
        Json{{"kind", issue.kind}, {"subject", issue.subject}, {"sentence", issue.sentence}, {"count", issue.count}});
  }
  return list;
}

Json failedOf(const std::vector<series::Analysed>& measures) {
  Json list = Json::array();
  for (const series::Analysed& measure : measures) {
    if (!measure.series.failure.empty()) {
      list.push_back(Json{{"measure", measure.series.info.name}, {"reason", measure.series.failure}});
    }
  }
  return list;
}

Json amendmentsOf(const std::vector<ManifestFacts::Amendment>& amendments) {
  Json list = Json::array();
  for (const ManifestFacts::Amendment& amendment : amendments) {
    list.push_back(Json{{amendment.subject, amendment.name},
                        {"what", amendment.what},
                        {"by", amendment.by},
                        {"over", amendment.over},
                        {"keys", amendment.keys}});
  }
  return list;
}

Json librariesOf(const std::vector<std::pair<std::string, std::string>>& libraries) {
  Json list = Json::object();
  for (const auto& [name, version] : libraries) {
    list[name] = version;
  }
  return list;
}

Json inputsOf(const std::vector<base::LoadReport>& loads) {
  Json inputs = Json::array();
  for (const base::LoadReport& load : loads) {
    inputs.push_back(inputOf(load));
  }
  return inputs;
}

Json publishedOf(const std::optional<ManifestFacts::File>& published) {
  return published ? Json{{"name", published->name}, {"sha256", published->digest}} : Json(nullptr);
}

Json boardDateOf(const paper::Pack& pack) {
  return pack.board_date ? Json(base::isoDate(*pack.board_date)) : Json(nullptr);
}

Json madeFromOf(const MadeFrom& parts) {
  Json object = Json::object();
  for (const auto& [name, digest] : parts) {
    object[name] = digest;
  }
  return object;
}

Json keptOf(const std::vector<ManifestFacts::Kept>& kept) {
  Json list = Json::array();
  for (const ManifestFacts::Kept& each : kept) {
    Json entry = filesOf({each.file}).front();
    entry["differs"] = each.differs;
    entry["made_from"] = madeFromOf(each.made_from);
    list.push_back(std::move(entry));
  }
  return list;
}

/// Text that is not UTF-8 would throw from the library; it is shown by a replacement character instead.
std::string textOf(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

MadeFrom madeFrom(const paper::Pack& pack, const ManifestFacts& facts) {
  const std::pair<const char*, Json> parts[] = {
      {"version", pack.version},
      {"board_date", boardDateOf(pack)},
      {"inputs", inputsOf(pack.loads)},
      {"scripts", filesOf(facts.scripts)},
      {"templates", filesOf(facts.templates)},
      {"registers", filesOf(facts.registers)},
      {"published", publishedOf(facts.published)},
  };
  MadeFrom digests;
  for (const auto& [name, json] : parts) {
    digests.emplace_back(name, base::digestOf(textOf(json, -1)));
  }
  return digests;
}

std::string manifestJson(const paper::Pack& pack, const ManifestFacts& facts) {
  Json manifest;
  manifest["program"] = "boardpack";
  manifest["version"] = pack.version;
  manifest["force"] = Json{{"code", pack.force.code}, {"name", pack.force.name}};
  manifest["month"] = pack.month.iso();
  manifest["board_date"] = boardDateOf(pack);
  manifest["command"] = facts.command;
  manifest["rule_set"] = paper::ruleSet();
  manifest["failed_measures"] = failedOf(pack.measures);
  manifest["omitted"] = facts.omitted;
  manifest["inputs"] = inputsOf(pack.loads);
  manifest["issues"] = issuesOf(pack.issues);
  manifest["scripts"] = filesOf(facts.scripts);
  manifest["templates"] = filesOf(facts.templates);
  manifest["amendments"] = amendmentsOf(facts.amendments);
  manifest["registers"] = filesOf(facts.registers);
  if (facts.published) {
    manifest["published"] = publishedOf(facts.published);
  }
  manifest["fonts"] = filesOf(facts.fonts);
  manifest["outputs"] = filesOf(facts.outputs);
  if (!facts.kept.empty()) {
    manifest["kept"] = keptOf(facts.kept);
  }
  manifest["libraries"] = librariesOf(facts.libraries);
  manifest["made_from"] = madeFromOf(madeFrom(pack, facts));
  return sealedManifest(textOf(manifest, 2) + "\n");
}

}  // namespace boardpack::data
