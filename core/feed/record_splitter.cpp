#include "feed/record_splitter.hpp"

#include "base/text.hpp"
#include "feed/refusal.hpp"

#include <algorithm>

namespace boardpack::feed {
namespace {

/// Room that FileText::read() asks for.
constexpr std::size_t kLeastRoom = 16;

}  // namespace

RecordSplitter::RecordSplitter(const std::filesystem::path& path, const Limits& limits)
    : path_(path), limits_(limits), text_(path, limits) {
  block_.resize(std::max(limits_.block_bytes, kLeastRoom) + 1 + Marks::kPadding);
  marks_.start(block_.data(), 0);
}

std::string RecordSplitter::where() const {
  const std::string record = "record " + std::to_string(number_);
  return extra_lines_ == 0 ? record : record + " (line " + std::to_string(number_ + extra_lines_) + ")";
}

bool RecordSplitter::fill() {
  if (found_nul_ || (text_ended_ && begin_ < end_)) {
    refuseUnfinished();
  }
  std::memmove(block_.data(), block_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  if (block_.size() - Marks::kPadding - 1 - end_ < kLeastRoom) {
    if (end_ >= limits_.record_bytes) {
      refuseUnfinished();
    }
    block_.resize(block_.size() * 2);
  }
  const std::size_t capacity = block_.size() - Marks::kPadding - 1;
  while (!text_ended_ && capacity - end_ >= kLeastRoom) {
    const std::size_t got = text_.read(block_.data() + end_, capacity - end_);
    text_ended_ = got == 0;
    text_bytes_ += got;
    if (text_bytes_ > limits_.text_bytes) {
      throw refusal(path_,
                    "has more than " + base::countOf(static_cast<std::int64_t>(limits_.text_bytes >> 20), "MB", "MB") +
                        " of text",
                    "Is it the file that was meant?");
    }
    if (const void* nul = std::memchr(block_.data() + end_, '\0', got)) {
      // The records before it are looked at first, so that the message can name the one it is in.
      end_ = static_cast<std::size_t>(static_cast<const char*>(nul) - block_.data());
      found_nul_ = true;
      break;
    }
    end_ += got;
  }
  if (text_ended_ && end_ > 0 && block_[end_ - 1] != '\n') {
    block_[end_++] = '\n';
  }
  marks_.start(block_.data(), begin_);
  return end_ > 0 || found_nul_;
}

void RecordSplitter::countBreaks(std::string_view quoted) {
  const auto breaks = static_cast<std::uint64_t>(std::count(quoted.begin(), quoted.end(), '\n'));
  if (breaks > 0) {
    breaks_ += breaks;
    broken_commas_ += static_cast<std::uint64_t>(std::count(quoted.begin(), quoted.end(), ','));
  }
}

void RecordSplitter::refuseTextAfterQuote() const {
  throw refusal(path_, "has text after a closing quote in " + where(),
                "A quote was opened and not closed before it, or a quote inside a cell was not doubled: mend the file "
                "or export it again; none of its rows were taken.");
}

void RecordSplitter::refuseBareReturn() const {
  throw refusal(path_, "has a carriage return without a line feed in " + where(),
                "It cannot be known whether a row ends there: save it with the line ends of Windows or Unix; none of "
                "its rows were taken.");
}

void RecordSplitter::refuseBlankLines() const {
  throw refusal(
      path_,
      "has more than " + base::countOf(static_cast<std::int64_t>(limits_.blank_lines), "blank line", "blank lines"),
      "It is damaged, or not the file that was meant: export it again; none of its rows were taken.");
}

void RecordSplitter::refuseUnfinished() const {
  const std::uint64_t number = number_ + 1;
  const std::string record =
      "record " + std::to_string(number) + " (line " + std::to_string(number + extra_lines_) + ")";
  if (found_nul_) {
    throw refusal(path_, "has a NUL character in " + record,
                  "It is damaged, or in an encoding without its mark: save it as CSV in UTF-8; none of its rows were "
                  "taken.");
  }
  if (text_ended_) {
    throw refusal(path_, "has a quote in " + record + " that is never closed",
                  "Every row from there on would be lost: mend the file or export it again; none of its rows were "
                  "taken.");
  }
  throw refusal(path_,
                "has more than " + base::countOf(static_cast<std::int64_t>(limits_.record_bytes), "byte", "bytes") +
                    " in " + record,
                in_quotes_ ? "A quote there is probably never closed: mend the file or export it again; none of its "
                             "rows were taken."
                           : "Check that it is a CSV file with a row a line; none of its rows were taken.");
}

}  // namespace boardpack::feed
