#include "warehouse/sidecar.hpp"

#include "base/digest.hpp"

#include <nlohmann/json.hpp>

namespace boardpack::warehouse {
namespace {

using nlohmann::json;

constexpr int kFormatVersion = 3;

json toJson(const LoadRecord& record) {
  json tables = json::array();
  for (const LoadRecord::TableFile& table : record.tables) {
    tables.push_back({{"table", table.table},
                      {"rows", table.rows},
                      {"bytes", table.bytes},
                      {"filled", table.filled},
                      {"digest", table.digest}});
  }
  json reasons = json::array();
  for (const base::RejectReason& reason : record.reasons) {
    reasons.push_back({{"column", reason.column},
                       {"reason", reason.reason},
                       {"rows", reason.rows},
                       {"first_record", reason.first_record},
                       {"first_place", reason.first_place}});
  }
  return {{"extract_digest", record.digest},
          {"extract_bytes", record.bytes},
          {"encoding", record.encoding},
          {"rows_read", record.rows_read},
          {"rows_loaded", record.rows_loaded},
          {"rows_rejected", record.rows_rejected},
          {"tables", tables},
          {"reasons", reasons}};
}

LoadRecord fromJson(const json& load) {
  LoadRecord record;
  load.at("extract_digest").get_to(record.digest);
  load.at("extract_bytes").get_to(record.bytes);
  load.at("encoding").get_to(record.encoding);
  load.at("rows_read").get_to(record.rows_read);
  load.at("rows_loaded").get_to(record.rows_loaded);
  load.at("rows_rejected").get_to(record.rows_rejected);
  for (const json& table : load.at("tables")) {
    record.tables.push_back({table.at("table").get<std::string>(), table.at("rows").get<std::int64_t>(),
                             table.at("bytes").get<std::uint64_t>(), table.at("filled").get<std::vector<std::string>>(),
                             table.at("digest").get<std::string>()});
  }
  for (const json& reason : load.at("reasons")) {
    record.reasons.push_back({reason.at("column").get<std::string>(), reason.at("reason").get<std::string>(),
                              reason.at("rows").get<std::int64_t>(), reason.at("first_record").get<std::uint64_t>(),
                              reason.at("first_place").get<std::string>()});
  }
  return record;
}

bool addsUp(const LoadRecord& record) {
  std::int64_t loaded = 0;
  for (const LoadRecord::TableFile& table : record.tables) {
    loaded += table.rows;
  }
  std::int64_t rejected = 0;
  for (const base::RejectReason& reason : record.reasons) {
    rejected += reason.rows;
  }
  return loaded == record.rows_loaded && rejected == record.rows_rejected &&
         record.rows_read == record.rows_loaded + record.rows_rejected;
}

}  // namespace

std::string writeSidecar(const LoadRecord& record) {
  const json load = toJson(record);
  const json sidecar = {{"boardpack_load", kFormatVersion}, {"check", base::digestOf(load.dump())}, {"load", load}};
  return sidecar.dump(1) + "\n";
}

std::optional<LoadRecord> readSidecar(std::string_view text) {
  const json sidecar = json::parse(text, nullptr, false);
  if (!sidecar.is_object()) {
    return std::nullopt;
  }
  try {
    const json& load = sidecar.at("load");
    if (sidecar.at("boardpack_load") != kFormatVersion || sidecar.at("check") != base::digestOf(load.dump())) {
      return std::nullopt;
    }
    LoadRecord record = fromJson(load);
    return addsUp(record) ? std::optional<LoadRecord>(std::move(record)) : std::nullopt;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace boardpack::warehouse
