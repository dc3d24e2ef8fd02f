#pragma once
#include "paper/pack.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::paper {

/// What the tables of statistics share: one row or more for each measure that can be told of.

/// The measures that a table is of, with what is needed to say anything of them; all with `name` empty.
std::vector<const series::Analysed*> measuresFor(const Pack& pack, const std::string& name);
/// A table without columns and rows, named for the measure or, with `measure` empty, for all.
Table tableOf(const Pack& pack, const std::string& measure, const std::string& stem, const std::string& what);
void addNotes(Table& table, std::vector<std::string> notes);
/// With a capital letter at the start.
std::string capital(std::string words);
std::string rangeOf(const base::MonthRange& months);
/// `why`: the reason where there is no value.
TableCell optionalCell(const std::optional<double>& value, int decimals, const char* why);
/// A number of whole things.
TableCell countCell(const std::optional<int>& value, const char* why);

}  // namespace boardpack::paper
