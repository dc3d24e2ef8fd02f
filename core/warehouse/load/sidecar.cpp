#include "warehouse/load/sidecar.hpp"

#include "base/digest.hpp"

#include <nlohmann/json.hpp>

namespace boardpack::warehouse {
namespace {

using nlohmann::json;

constexpr int kFormatVersion = 5;

json toJson(const std::vector<base::TextRows>& texts) {
  json all = json::array();
  for (const base::TextRows& each : texts) {
    all.push_back({{"text", each.text}, {"rows", each.rows}});
  }
  return all;
}

std::vector<base::TextRows> textsFrom(const json& all) {
  std::vector<base::TextRows> texts;
  for (const json& each : all) {
    texts.push_back({each.at("text").get<std::string>(), each.at("rows").get<std::int64_t>()});
  }
  return texts;
}

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
  json placed = json::array();
  for (const base::PlacedRows& rows : record.placed) {
    placed.push_back({{"table", rows.table},
                      {"column", rows.column},
                      {"rows", rows.rows},
                      {"without_area", rows.without_area},
                      {"unplaced", rows.unplaced},
                      {"names", toJson(rows.names)}});
  }
  json unknown_texts = json::array();
  for (const base::UnknownTexts& unknown : record.unknown_texts) {
    unknown_texts.push_back({{"column", unknown.column}, {"rows", unknown.rows}, {"texts", toJson(unknown.texts)}});
  }
  json rejected = json::array();
  for (const RejectedPart& part : record.rejected) {
    rejected.push_back({{"table", part.table}, {"month", part.month ? part.month->iso() : ""}, {"rows", part.rows}});
  }
  return {{"extract_digest", record.digest},
          {"extract_bytes", record.bytes},
          {"encoding", record.encoding},
          {"rows_read", record.rows_read},
          {"rows_loaded", record.rows_loaded},
          {"rows_rejected", record.rows_rejected},
          {"tables", tables},
          {"reasons", reasons},
          {"placed", placed},
          {"unknown_texts", unknown_texts},
          {"rejected", rejected}};
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
  for (const json& rows : load.at("placed")) {
    record.placed.push_back({.table = rows.at("table").get<std::string>(),
                             .column = rows.at("column").get<std::string>(),
                             .rows = rows.at("rows").get<std::int64_t>(),
                             .without_area = rows.at("without_area").get<std::int64_t>(),
                             .unplaced = rows.at("unplaced").get<std::int64_t>(),
                             .names = textsFrom(rows.at("names"))});
  }
  for (const json& unknown : load.at("unknown_texts")) {
    record.unknown_texts.push_back({.column = unknown.at("column").get<std::string>(),
                                    .rows = unknown.at("rows").get<std::int64_t>(),
                                    .texts = textsFrom(unknown.at("texts"))});
  }
  for (const json& part : load.at("rejected")) {
    record.rejected.push_back({part.at("table").get<std::string>(),
                               base::Month::parse(part.at("month").get<std::string>()),
                               part.at("rows").get<std::int64_t>()});
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
  std::int64_t missing = 0;
  for (const RejectedPart& part : record.rejected) {
    missing += part.rows;
  }
  return loaded == record.rows_loaded && rejected == record.rows_rejected && missing == record.rows_rejected &&
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
