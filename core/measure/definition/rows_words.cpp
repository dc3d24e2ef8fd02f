#include "measure/definition/rows_words.hpp"

#include "base/text.hpp"

#include <cctype>
#include <cmath>

namespace boardpack::measure {
namespace {

using Repeats = MeasureDefinition::Repeats;

// "90th", "1st", "2nd", "33.3rd"
std::string ordinal(double number) {
  const std::string text = base::exactNumber(number);
  const bool is_teen = text.size() >= 2 && text.find('.') == std::string::npos && text[text.size() - 2] == '1';
  switch (is_teen ? '0' : text.back()) {
    case '1':
      return text + "st";
    case '2':
      return text + "nd";
    case '3':
      return text + "rd";
    default:
      return text + "th";
  }
}

std::string keyWords(const RowSet& rows, const std::string& key, const sdk::Table* given) {
  const sdk::Table* table = tableOfRows(rows, given);
  const sdk::Column* column = table == nullptr ? nullptr : table->find(key);
  return key + (column == nullptr || column->meaning.empty() ? "" : " (" + column->meaning + ")");
}

std::string withinWords(const Repeats& repeats) {
  if (repeats.within == Repeats::kEver) {
    return "in all the data up to its day";
  }
  return "in the " + (repeats.within == 1 ? "month" : std::to_string(repeats.within) + " months") +
         " that end with its day";
}

// What of them is counted: "with a repeat for the first time".
std::string chosenWords(const Repeats& repeats) {
  if (repeats.first_time) {
    return repeats.counts_events ? "that are repeats for the first time" : "with a repeat for the first time";
  }
  if (repeats.exactly) {
    return repeats.counts_events ? "that are just the " + ordinal(*repeats.exactly) + " of their " + repeats.who
                                 : "whose furthest row in the period is the " + ordinal(*repeats.exactly);
  }
  return repeats.counts_events ? "that are repeats" : "with a repeat";
}

}  // namespace

std::string capitalised(std::string text) {
  if (!text.empty()) {
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  }
  return text;
}

const sdk::Table* tableOfRows(const RowSet& rows, const sdk::Table* given) {
  if (given != nullptr && given->name == rows.table) {
    return given;
  }
  return sdk::findTable(rows.table);
}

std::string rowsWords(const RowSet& rows, const sdk::Table* given) {
  const sdk::Table* table = tableOfRows(rows, given);
  std::string text = table != nullptr ? table->row_plural : "rows of " + rows.table;
  text += " in the month (date: " + rows.date;
  const sdk::Column* date = table != nullptr ? table->find(rows.date) : nullptr;
  if (date != nullptr && !date->meaning.empty()) {
    text += ", " + date->meaning;
  }
  text += ")";
  if (rows.where) {
    text += " where " + expression::words(*rows.where);
  }
  return text;
}

std::string quantileWords(const MeasureDefinition& definition, const sdk::Table* table) {
  const std::string what =
      definition.quantile ? ordinal(std::round(*definition.quantile * 1e6) / 1e4) + " percentile" : "median";
  return "The " + what + " of " + expression::words(*definition.rows.amount) + " of " +
         rowsWords(definition.rows, table) +
         ", over those where it is known; over a longer period that of all its rows.";
}

std::string shareOfWords(const MeasureDefinition& definition, const sdk::Table* table) {
  return "Of the sum of " + expression::words(*definition.rows.amount) + " of " + rowsWords(definition.rows, table) +
         ", the share where " + expression::words(*definition.met) + "; " +
         (definition.unknown_counts_as_no
              ? "where that is not known it counts as no, and rows where the amount is not known are left out."
              : "rows where that or the amount is not known are left out.");
}

std::string distinctWords(const MeasureDefinition& definition, const sdk::Table* table) {
  return "The number of different " + keyWords(definition.rows, definition.key, table) + " of " +
         rowsWords(definition.rows, table) +
         ", each counted once a period; rows without one are left out and counted apart. One may be in several months "
         "and groups, so these do not add up.";
}

std::string repeatsWords(const MeasureDefinition& definition, const sdk::Table* table) {
  const Repeats& repeats = *definition.repeats;
  const std::string rows = rowsWords(definition.rows, table);
  const std::string all =
      repeats.counts_events ? rows : "different " + keyWords(definition.rows, repeats.who, table) + " of " + rows;
  std::string text;
  if (repeats.of_repeats) {
    text = "Of the " + all + (repeats.counts_events ? " that are repeats" : " with a repeat") + ", the share ";
  } else {
    text = repeats.as_share ? "Of the " + all + ", the share " : "The number of " + all + " ";
  }
  text += chosenWords(repeats) + ". A repeat is at least the " + ordinal(repeats.min) + " row of its " + repeats.who +
          " " + withinWords(repeats) + ", wherever in the force the others were. Rows without " + repeats.who +
          " are left out and counted apart.";
  if (repeats.first_time) {
    text += " It is the first time when no other row of it " + withinWords(repeats) + " was a repeat.";
  }
  return text + (repeats.counts_events ? "" : " One may be in several months and groups, so these do not add up.");
}

}  // namespace boardpack::measure
