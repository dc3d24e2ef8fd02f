#include "paper/document.hpp"

#include <boardpack/sdk/error.hpp>

namespace boardpack::paper {

void checkBoardDate(const sdk::Date& board, base::Month month) {
  const sdk::Date earliest = month.lastDay();
  const sdk::Date latest = (month + 12).lastDay();
  if (board > earliest && board <= latest) {
    return;
  }
  const std::string why = board > latest ? "more than a year after the month's end" : "not after the month's end";
  throw sdk::Error(sdk::ErrorKind::Command, "The board's date " + base::longDate(board) +
                                                " cannot be that of a paper on " + month.longName() + ": it is " + why +
                                                ". Expected a day after " + base::longDate(earliest) + ", up to " +
                                                base::longDate(latest) + ". Correct the board's date or the month.");
}

}  // namespace boardpack::paper
