#include "feed/file_text.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"
#include "feed/encoding.hpp"
#include "feed/refusal.hpp"
#include "feed/unpacked.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

namespace boardpack::feed {
namespace {

constexpr std::size_t kLongestMark = 3;
constexpr std::size_t kLongestCharacter = 4;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";
constexpr std::string_view kSaveAsUtf8 = "Save it as CSV in UTF-8; none of its rows were taken.";

/// Where a file without a mark first shows what it is; nothing where it never does.
struct EncodingSigns {
  std::optional<std::uint64_t> utf8_line;   ///< a letter or sign of UTF-8 that is no likely text in Windows-1252
  std::optional<std::uint64_t> other_line;  ///< a byte that is not UTF-8
};

/// Letters of western Europe and Welsh, dashes, quotes, the euro. In Windows-1252 each would be two or three signs that
/// no word has side by side ("Ã©", "â€“").
bool isTellingCharacter(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  switch (bytes.size()) {
    case 2:
      return at(0) >= 0xC2 && at(0) <= 0xC5;
    case 3:
      return (at(0) == 0xE1 && at(1) >= 0xB8 && at(1) <= 0xBB) || (at(0) == 0xE2 && (at(1) == 0x80 || at(1) == 0x82));
    default:
      return false;
  }
}

std::size_t bytesOf(unsigned char lead) { return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2; }

/// Looks through the whole characters of a block.
void lookAt(std::string_view text, std::uint64_t& line, EncodingSigns& signs) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      line += byte == '\n' ? 1 : 0;
      ++i;
      continue;
    }
    const std::string_view character = text.substr(i, bytesOf(byte));
    if (!base::isUtf8(character)) {
      signs.other_line = signs.other_line.value_or(line);
      ++i;
      continue;
    }
    if (isTellingCharacter(character)) {
      signs.utf8_line = signs.utf8_line.value_or(line);
    }
    i += character.size();
  }
}

EncodingSigns encodingSigns(const std::filesystem::path& path, const Limits& limits) {
  FileBytes file(path);
  const std::unique_ptr<ByteSource> bytes = openUnpacked(path, file, limits);
  EncodingSigns signs;
  std::uint64_t line = 1;
  std::string block(kBlockBytes, '\0');
  std::size_t kept = 0;
  while (const std::size_t got = bytes->read(block.data() + kept, block.size() - kept)) {
    const std::string_view text(block.data(), kept + got);
    const std::size_t whole = wholeCharacters(text);
    if (isAscii(text)) {
      line += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    } else {
      lookAt(text.substr(0, whole), line, signs);
    }
    if (signs.utf8_line && signs.other_line) {
      return signs;
    }
    kept = text.size() - whole;
    std::memmove(block.data(), block.data() + whole, kept);
  }
  if (kept > 0) {
    signs.other_line = signs.other_line.value_or(line);
  }
  return signs;
}

}  // namespace

FileText::FileText(const std::filesystem::path& path, const Limits& limits)
    : path_(path), limits_(limits), file_(path), bytes_(openUnpacked(path_, file_, limits_)) {
  readMark();
}

std::size_t FileText::readBytes(char* to, std::size_t most) {
  if (!ahead_.empty()) {
    const std::size_t given = std::min(most, ahead_.size());
    std::memcpy(to, ahead_.data(), given);
    ahead_.erase(0, given);
    return given;
  }
  return bytes_->read(to, most);
}

void FileText::readMark() {
  std::string start(kLongestMark, '\0');
  std::size_t size = 0;
  while (size < start.size()) {
    const std::size_t got = readBytes(start.data() + size, start.size() - size);
    if (got == 0) {
      break;
    }
    size += got;
  }
  start.resize(size);
  if (start == kUtf8Mark) {
    encoding_ = Encoding::Utf8;
    marked_ = true;
    start.clear();
  } else if (start.starts_with(kUtf16LittleMark)) {
    encoding_ = Encoding::Utf16Little;
    start.erase(0, kUtf16LittleMark.size());
  } else if (start.starts_with(kUtf16BigMark)) {
    encoding_ = Encoding::Utf16Big;
    start.erase(0, kUtf16BigMark.size());
  }
  ahead_ = std::move(start);
}

std::size_t FileText::read(char* to, std::size_t most) {
  for (;;) {
    const std::size_t got = decode(to, most);
    const std::size_t kept = base::cleanInPlace(to, got, changed_);
    has_tabs_ = has_tabs_ || std::memchr(to, '\t', kept) != nullptr;
    if (kept > 0 || got == 0) {
      return kept;
    }
  }
}

std::size_t FileText::decode(char* to, std::size_t most) {
  switch (encoding_) {
    case Encoding::Windows1252:
      return readWindows1252(to, most);
    case Encoding::Utf16Little:
    case Encoding::Utf16Big:
      return readUtf16(to, most);
    case Encoding::Utf8:
      return readUtf8(to, most);
    case Encoding::Ascii:
      break;
  }
  const std::size_t got = readBytes(to, most);
  const std::string_view text(to, got);
  if (isAscii(text)) {
    return got;
  }
  // What was handed out so far is the same in both encodings; from here on it is not.
  const EncodingSigns signs = encodingSigns(path_, limits_);
  if (signs.utf8_line && signs.other_line) {
    throw refusal(path_,
                  "is in two encodings: line " + std::to_string(*signs.utf8_line) + " has a letter of UTF-8, line " +
                      std::to_string(*signs.other_line) + " one that is not",
                  "It was probably put together from two files: export it again as CSV in UTF-8; none of its rows were "
                  "taken.");
  }
  encoding_ = signs.other_line ? Encoding::Windows1252 : Encoding::Utf8;
  ahead_.insert(0, text);
  return decode(to, most);
}

std::size_t FileText::readUtf8(char* to, std::size_t most) {
  std::size_t size = 0;
  for (;;) {
    const std::size_t got = readBytes(to + size, most - size);
    size += got;
    const std::string_view text(to, size);
    if (isAscii(text)) {
      return size;
    }
    const bool at_end = got == 0;
    const std::size_t whole = at_end ? size : wholeCharacters(text);
    if (!base::isUtf8(text.substr(0, whole))) {
      throw refusal(path_,
                    marked_ ? "is marked as UTF-8 and holds characters that are not"
                            : "holds characters that are not UTF-8, and did not a moment ago",
                    kSaveAsUtf8);
    }
    if (whole > 0) {
      ahead_.insert(0, text.substr(whole));
      return whole;
    }
  }
}

bool FileText::refillRaw() {
  raw_.erase(0, raw_used_);
  raw_used_ = 0;
  const std::size_t kept = raw_.size();
  raw_.resize(kept + kBlockBytes);
  const std::size_t got = readBytes(raw_.data() + kept, kBlockBytes);
  raw_.resize(kept + got);
  return got > 0;
}

std::size_t FileText::readWindows1252(char* to, std::size_t most) {
  if (raw_used_ == raw_.size() && !refillRaw()) {
    return 0;
  }
  std::size_t size = 0;
  while (raw_used_ < raw_.size() && size + kLongestCharacter <= most) {
    const char32_t character = fromWindows1252(static_cast<unsigned char>(raw_[raw_used_]));
    if (character == 0 && raw_[raw_used_] != '\0') {
      throw refusal(path_, "is in no encoding that is known: it is neither UTF-8 nor Windows-1252", kSaveAsUtf8);
    }
    size += putUtf8(character, to + size);
    ++raw_used_;
  }
  return size;
}

std::size_t FileText::readUtf16(char* to, std::size_t most) {
  const bool little = encoding_ == Encoding::Utf16Little;
  for (;;) {
    std::size_t size = 0;
    while (size + kLongestCharacter <= most) {
      const Utf16Step step = fromUtf16(std::string_view(raw_).substr(raw_used_), little);
      if (step.bytes == 0) {
        break;
      }
      if (!step.valid) {
        throw refusal(path_, "is marked as UTF-16 and holds characters that are not", kSaveAsUtf8);
      }
      size += putUtf8(step.character, to + size);
      raw_used_ += step.bytes;
    }
    if (size > 0) {
      return size;
    }
    if (!refillRaw()) {
      if (raw_used_ < raw_.size()) {
        throw refusal(path_, "is in UTF-16 and ends in the middle of a character", kFetchAgain);
      }
      return 0;
    }
  }
}

base::ExtractFacts FileText::facts() {
  base::ExtractFacts facts;
  facts.digest = file_.digest();
  facts.bytes = file_.bytes();
  switch (encoding_) {
    case Encoding::Ascii:
    case Encoding::Utf8:
      facts.encoding = "UTF-8";
      break;
    case Encoding::Windows1252:
      facts.encoding = "Windows-1252";
      break;
    case Encoding::Utf16Little:
    case Encoding::Utf16Big:
      facts.encoding = "UTF-16";
      break;
  }
  return facts;
}

}  // namespace boardpack::feed
