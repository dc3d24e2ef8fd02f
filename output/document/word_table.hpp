#pragma once
#include "paper/table.hpp"

#include <string>

namespace boardpack::document {

/// A table as Word's own XML (pandoc's tables can neither be given fixed widths that fit nor an alternative text):
/// plain, the header row repeated on each page, no row broken over two pages, numbers to the right, widths fixed so
/// that nothing is cut.
std::string wordTable(const paper::Table& table);

/// The text of a cell: a number as people read it, or the symbol in its place.
std::string cellWords(const paper::TableCell& cell);

}  // namespace boardpack::document
