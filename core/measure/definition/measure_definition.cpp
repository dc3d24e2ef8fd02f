#include "measure/definition/measure_definition.hpp"

#include "base/text.hpp"
#include "measure/definition/reporting_words.hpp"

namespace boardpack::measure {
namespace {

const char* kindName(series::MeasureKind kind) {
  switch (kind) {
    case series::MeasureKind::Count:
      return "count";
    case series::MeasureKind::Sum:
      return "sum";
    case series::MeasureKind::Mean:
      return "mean";
    case series::MeasureKind::Share:
      return "share";
    case series::MeasureKind::Rate:
      return "rate";
    case series::MeasureKind::Ratio:
      return "ratio";
    case series::MeasureKind::Derive:
      return "derive";
    case series::MeasureKind::Figure:
      return "figure";
    case series::MeasureKind::State:
      return "state";
    case series::MeasureKind::Snapshot:
      return "snapshot";
    case series::MeasureKind::Median:
      return "median";
    case series::MeasureKind::Percentile:
      return "percentile";
    case series::MeasureKind::ShareOf:
      return "share_of";
    case series::MeasureKind::Distinct:
      return "distinct";
    case series::MeasureKind::Repeats:
      return "repeats";
  }
  return "";
}

const char* overName(MeasureDefinition::Snapshot::Over over) {
  using Over = MeasureDefinition::Snapshot::Over;
  switch (over) {
    case Over::Last:
      return "last";
    case Over::Mean:
      return "mean";
    case Over::Lowest:
      return "lowest";
    case Over::Highest:
      return "highest";
  }
  return "";
}

void addLine(std::string& text, const std::string& key, const std::string& value) {
  text += key + " = " + value + "\n";
}

void addTree(std::string& text, const std::string& key, const expression::Tree& tree) {
  if (tree) {
    addLine(text, key, expression::print(*tree));
  }
}

void addRows(std::string& text, const std::string& prefix, const RowSet& rows) {
  addLine(text, prefix + "from", rows.table);
  addLine(text, prefix + "date", rows.date);
  addTree(text, prefix + "where", rows.where);
  addTree(text, prefix + "amount", rows.amount);
}

void addPart(std::string& text, const std::string& key, const MeasureDefinition::Part& part) {
  if (part.rows) {
    addRows(text, key + ".", *part.rows);
  } else {
    addLine(text, key, part.measure);
  }
}

void addRepeats(std::string& text, const MeasureDefinition::Repeats& repeats) {
  addLine(text, "who", repeats.who);
  addLine(text, "within",
          repeats.within == MeasureDefinition::Repeats::kEver ? "ever" : std::to_string(repeats.within));
  addLine(text, "min", std::to_string(repeats.min));
  if (repeats.exactly) {
    addLine(text, "exactly", std::to_string(*repeats.exactly));
  }
  addLine(text, "first_time", repeats.first_time ? "true" : "false");
  addLine(text, "count", repeats.counts_events ? "events" : "who");
  addLine(text, "as", repeats.of_repeats ? "share of repeats" : repeats.as_share ? "share" : "number");
}

}  // namespace

// Titles, notes and charts are left out: they change what is shown, not what is computed. The formula of a derive is
// its whole meaning, since the function itself runs once, when the script is loaded.
std::string MeasureDefinition::canonicalText() const {
  std::string text;
  addLine(text, "measure", info.name);
  addLine(text, "kind", kindName(info.kind));
  if (info.kind == series::MeasureKind::Ratio) {
    addPart(text, "top", top);
    addPart(text, "bottom", bottom);
  } else if (info.kind == series::MeasureKind::Derive) {
    addLine(text, "formula", formula ? print(*formula) : "");
  } else if (info.kind == series::MeasureKind::State && of_states) {
    addLine(text, "states of", of_states->measure);
    addLine(text, of_states->is_share ? "least" : "count", of_states->state);
  } else if (info.kind == series::MeasureKind::State) {
    addLine(text, "states", base::join(info.states, ", "));
  } else if (info.kind != series::MeasureKind::Figure) {
    addRows(text, "", rows);
  }
  if (snapshot) {
    addLine(text, "over", overName(snapshot->over));
    addLine(text, "at", snapshot->until_board ? "latest" : "month end");
  }
  addTree(text, "share", met);
  addTree(text, "of", of);
  addTree(text, "weight", weight);
  if (info.kind == series::MeasureKind::Percentile) {
    addLine(text, "quantile", base::exactNumber(quantile));
  }
  if (!key.empty()) {
    addLine(text, "key", key);
  }
  if (repeats) {
    addRepeats(text, *repeats);
  }
  if (info.kind == series::MeasureKind::Share || info.kind == series::MeasureKind::ShareOf) {
    addLine(text, "unknown", unknown_counts_as_no ? "no" : "left out");
  }
  if (info.kind == series::MeasureKind::Rate || info.kind == series::MeasureKind::Ratio) {
    addLine(text, "per", base::exactNumber(per));
  }
  if (info.kind == series::MeasureKind::Rate) {
    addLine(text, "population", population_kind);
  }
  text += tellingText(info);
  return text;
}

bool isShare(const MeasureDefinition& definition) {
  using series::MeasureKind;
  const MeasureKind kind = definition.info.kind;
  return kind == MeasureKind::Share || kind == MeasureKind::ShareOf ||
         (kind == MeasureKind::Repeats && definition.repeats && definition.repeats->as_share);
}

const char* amendmentWord(Amendment::What what) {
  switch (what) {
    case Amendment::What::Overridden:
      return "overridden";
    case Amendment::What::Replaced:
      return "replaced";
    case Amendment::What::Extended:
      return "extended";
    case Amendment::What::SwitchedOff:
      return "switched off";
  }
  return "";
}

const MeasureDefinition* MeasureSet::find(const std::string& name) const {
  for (const MeasureDefinition& definition : measures) {
    if (definition.info.name == name) {
      return &definition;
    }
  }
  return nullptr;
}

}  // namespace boardpack::measure
