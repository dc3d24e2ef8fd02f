#include "measure/definition/measure_definition.hpp"

#include "base/text.hpp"
#include "measure/definition/reporting_words.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

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
  addLine(text, "kind", rowOf(*this).key);
  if (kind == MeasureKind::Ratio) {
    addPart(text, "top", top);
    addPart(text, "bottom", bottom);
  } else if (kind == MeasureKind::Derive) {
    addLine(text, "formula", formula ? print(*formula) : "");
  } else if (kind == MeasureKind::State && of_states) {
    addLine(text, "states of", of_states->measure);
    addLine(text, of_states->is_share ? "least" : "count", of_states->state);
  } else if (kind == MeasureKind::State) {
    addLine(text, "states", base::join(info.states, ", "));
  } else if (kind != MeasureKind::Figure) {
    addRows(text, "", rows);
  }
  if (snapshot) {
    addLine(text, "over", overName(snapshot->over));
    addLine(text, "at", snapshot->until_board ? "latest" : "month end");
  }
  addTree(text, "share", met);
  addTree(text, "of", of);
  addTree(text, "weight", weight);
  if (quantile) {
    addLine(text, "quantile", base::exactNumber(*quantile));
  }
  if (!key.empty()) {
    addLine(text, "key", key);
  }
  if (repeats) {
    addRepeats(text, *repeats);
  }
  if (kind == MeasureKind::Share || kind == MeasureKind::ShareOf) {
    addLine(text, "unknown", unknown_counts_as_no ? "no" : "left out");
  }
  if (kind == MeasureKind::Rate || kind == MeasureKind::Ratio) {
    addLine(text, "per", base::exactNumber(per));
  }
  if (kind == MeasureKind::Rate) {
    addLine(text, "population", population_kind);
  }
  text += tellingText(info);
  return text;
}

const KindRow& rowOf(const MeasureDefinition& definition) {
  if (definition.kind == MeasureKind::Percentile) {
    return kindOf(definition.quantile ? "percentile" : "median");
  }
  return *std::find_if(kinds().begin(), kinds().end(), [&](const KindRow& row) { return row.kind == definition.kind; });
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
