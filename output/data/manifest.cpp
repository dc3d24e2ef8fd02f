#include "data/data.hpp"

#include <nlohmann/json.hpp>

namespace boardpack::data {

namespace {

using Json = nlohmann::ordered_json;

Json filesOf(const std::vector<ManifestFacts::File>& files) {
  Json list = Json::array();
  for (const ManifestFacts::File& file : files) {
    list.push_back(Json{{"name", file.name}, {"sha256", file.digest}});
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

}  // namespace

std::string manifestJson(const paper::Pack& pack, const ManifestFacts& facts) {
  Json manifest;
  manifest["program"] = "boardpack";
  manifest["version"] = pack.version;
  manifest["force"] = Json{{"code", pack.force.code}, {"name", pack.force.name}};
  manifest["month"] = pack.month.iso();
  manifest["board_date"] = pack.board_date ? Json(base::isoDate(*pack.board_date)) : Json(nullptr);
  manifest["command"] = facts.command;
  manifest["rule_set"] = paper::ruleSet();
  manifest["failed_measures"] = failedOf(pack.measures);
  manifest["omitted"] = facts.omitted;
  Json inputs = Json::array();
  for (const base::LoadReport& load : pack.loads) {
    inputs.push_back(inputOf(load));
  }
  manifest["inputs"] = std::move(inputs);
  manifest["issues"] = issuesOf(pack.issues);
  manifest["scripts"] = filesOf(facts.scripts);
  manifest["templates"] = filesOf(facts.templates);
  manifest["amendments"] = amendmentsOf(facts.amendments);
  manifest["registers"] = filesOf(facts.registers);
  if (facts.published) {
    manifest["published"] = Json{{"name", facts.published->name}, {"sha256", facts.published->digest}};
  }
  manifest["fonts"] = filesOf(facts.fonts);
  manifest["outputs"] = filesOf(facts.outputs);
  manifest["libraries"] = librariesOf(facts.libraries);
  // Text that is not UTF-8 would throw from the library; it is shown by a replacement character instead.
  return manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace boardpack::data
