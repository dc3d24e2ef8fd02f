#pragma once
#include "base/records.hpp"
#include "feed/file_bytes.hpp"
#include "feed/reading_limits.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace boardpack::feed {

/// A file's text as UTF-8, unpacked when it is gzip and decoded when it is in another encoding.
///
/// A byte order mark decides (UTF-8, UTF-16 of either order) and is taken away. Without one the whole file is UTF-8, or
/// else the whole file is Windows-1252: the first character beyond ASCII makes the file be looked through once more to
/// its end, before that character is handed out. So no file is half one and half the other.
///
/// Characters that no output may hold are read as blanks or left out (base/characters.hpp), save LF, CR, tab and NUL,
/// which are the matter of who splits the text into cells.
class FileText : public ByteSource {
 public:
  FileText(const std::filesystem::path& path, const Limits& limits);

  /// `most` is 16 or more. A character is never cut in two.
  std::size_t read(char* to, std::size_t most) override;

  /// Whether a tab has been handed out.
  bool hasTabs() const { return has_tabs_; }
  /// Nothing may be read after it. `rows_read` is left for the caller.
  base::ExtractFacts facts();

 private:
  enum class Encoding { Ascii, Utf8, Windows1252, Utf16Little, Utf16Big };

  std::size_t readBytes(char* to, std::size_t most);
  std::size_t decode(char* to, std::size_t most);
  void readMark();
  std::size_t readUtf8(char* to, std::size_t most);
  bool refillRaw();
  std::size_t readWindows1252(char* to, std::size_t most);
  std::size_t readUtf16(char* to, std::size_t most);

  std::filesystem::path path_;
  Limits limits_;
  FileBytes file_;
  std::unique_ptr<ByteSource> bytes_;
  Encoding encoding_ = Encoding::Ascii;
  bool marked_ = false;
  std::string ahead_;  ///< bytes read and not yet handed out: after the mark, or the start of a character
  std::string raw_;    ///< bytes still to be decoded
  std::size_t raw_used_ = 0;
  std::uint64_t changed_ = 0;
  bool has_tabs_ = false;
};

}  // namespace boardpack::feed
