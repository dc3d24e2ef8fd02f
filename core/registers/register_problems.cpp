#include "registers/register_problems.hpp"

#include "base/text.hpp"

namespace boardpack::registers {

std::string problemWords(const Problem& problem) {
  return problem.place + (problem.column.empty() ? "" : ", " + problem.column) + ": " + problem.sentence;
}

std::string foundOneOf(const std::string& found, const std::vector<std::string>& known) {
  const std::string near = base::didYouMean(found, known);
  return "found '" + base::printable(found) + "', expected one of: " + base::join(known, ", ") + "." + near;
}

std::string sheetErrorWords(const std::string& error) {
  return "the cell holds '" + base::printable(error) +
         "', a mistake of the spreadsheet. Mend its formula, or write what it should say.";
}

std::string unknownName(const std::string& what, const std::string& name, const std::vector<std::string>& known) {
  return "there is no " + what + " '" + base::printable(name) + "'." + base::didYouMean(name, known);
}

}  // namespace boardpack::registers
