#include "data/data.hpp"

#include <nlohmann/json.hpp>

namespace boardpack::data {
namespace {

using Json = nlohmann::ordered_json;

Json evidenceOf(const findings::Evidence& evidence) {
  return {{"breakdown", evidence.breakdown}, {"group", evidence.group},         {"period", evidence.period},
          {"window", evidence.window},       {"statistic", evidence.statistic}, {"reference", evidence.reference}};
}

Json findingOf(const findings::Finding& finding) {
  Json json;
  json["kind"] = findings::rowOf(finding.kind).key;
  json["breakdown"] = finding.breakdown;
  json["group"] = finding.group;
  json["window"] = series::windowName(finding.window);
  json["first_month"] = finding.period.first.iso();
  json["last_month"] = finding.period.last.iso();
  json["direction"] = findings::directionKey(finding.direction);
  json["size"] = finding.size ? Json(*finding.size) : Json(nullptr);
  json["meaning"] = findings::meaningKey(finding.meaning);
  json["about"] = finding.about;
  json["importance"] = finding.importance;
  json["evidence"] = Json::array();
  for (const findings::Evidence& evidence : finding.evidence) {
    json["evidence"].push_back(evidenceOf(evidence));
  }
  return json;
}

}  // namespace

std::string findingsJson(const paper::Pack& pack) {
  Json json;
  json["force"] = pack.force.code;
  json["month"] = pack.month.iso();
  json["kinds"] = Json::array();
  for (const findings::FindingKindRow& row : findings::findingKinds()) {
    json["kinds"].push_back({{"kind", row.key}, {"verdict", row.is_verdict}, {"meaning", row.meaning}});
  }
  json["shared"] = pack.shared.sentences;
  json["measures"] = Json::array();
  for (const paper::MeasureFindings& measure : pack.findings) {
    Json of_measure = {{"measure", measure.measure}, {"title", measure.title}, {"words", measure.words}};
    of_measure["findings"] = Json::array();
    for (const findings::Finding& finding : measure.findings) {
      of_measure["findings"].push_back(findingOf(finding));
    }
    json["measures"].push_back(std::move(of_measure));
  }
  return json.dump(2) + "\n";
}

}  // namespace boardpack::data
