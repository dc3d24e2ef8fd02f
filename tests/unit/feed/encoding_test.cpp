#include "feed/encoding.hpp"

#include "read_all.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <tuple>
#include <vector>

using namespace boardpack;
using namespace feed_tests;

namespace {

std::string utf8(char32_t character) {
  std::string bytes(4, '\0');
  bytes.resize(feed::putUtf8(character, bytes.data()));
  return bytes;
}

}  // namespace

TEST_CASE("characters are written as UTF-8") {
  CHECK(utf8(U'A') == "A");
  CHECK(utf8(0xE9) == "\xC3\xA9");
  CHECK(utf8(0x20AC) == "\xE2\x82\xAC");
  CHECK(utf8(0x1F600) == "\xF0\x9F\x98\x80");
}

TEST_CASE("Windows-1252 by its mapping table") {
  CHECK(feed::fromWindows1252('A') == U'A');
  CHECK(feed::fromWindows1252(0x80) == 0x20AC);
  CHECK(feed::fromWindows1252(0x92) == 0x2019);
  CHECK(feed::fromWindows1252(0x9F) == 0x0178);
  CHECK(feed::fromWindows1252(0xA3) == 0xA3);
  CHECK(feed::fromWindows1252(0xFF) == 0xFF);
  for (const char byte : {'\x81', '\x8D', '\x8F', '\x90', '\x9D'}) {
    CHECK(feed::fromWindows1252(static_cast<unsigned char>(byte)) == 0);
  }
}

TEST_CASE("UTF-16 in both orders, with pairs") {
  using namespace std::string_view_literals;
  CHECK(feed::fromUtf16("\xE9\x00"sv, true).character == 0xE9);
  CHECK(feed::fromUtf16("\x00\xE9"sv, false).character == 0xE9);
  const feed::Utf16Step pair = feed::fromUtf16("\x3D\xD8\x00\xDE"sv, true);
  CHECK(pair.character == 0x1F600);
  CHECK(pair.bytes == 4);
  CHECK(feed::fromUtf16("\x3D\xD8"sv, true).bytes == 0);
  CHECK_FALSE(feed::fromUtf16("\x00\xDE"sv, true).valid);
  CHECK_FALSE(feed::fromUtf16("\x3D\xD8\x41\x00"sv, true).valid);
}

TEST_CASE("a character cut at the end of a block is kept for the next") {
  CHECK(feed::wholeCharacters("abc") == 3);
  CHECK(feed::wholeCharacters("ab\xC3") == 2);
  CHECK(feed::wholeCharacters("ab\xC3\xA9") == 4);
  CHECK(feed::wholeCharacters("a\xE2\x82") == 1);
  CHECK(feed::wholeCharacters("\xF0\x9F\x98") == 0);
  CHECK(feed::wholeCharacters("") == 0);
}

namespace {

sdk::Feed names() {
  sdk::Feed feed;
  feed.title = "names";
  feed.header = {{"a", true}};
  return feed;
}

std::string refusalOf(const Scratch& scratch, const std::string& text) {
  try {
    readAll(scratch.write("t.csv", text), names(), {"a"});
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Data);
    return error.sentence();
  }
  return "not refused";
}

}  // namespace

TEST_CASE("a file has one encoding, however late it shows") {
  const Scratch scratch("late");
  std::string rows;
  for (int i = 0; i < 60000; ++i) {
    rows += "plain row\n";
  }
  const Read utf8 = readAll(scratch.write("t.csv", "a\n" + rows + "Caf\xC3\xA9\n"), names(), {"a"});
  CHECK(utf8.facts.encoding == "UTF-8");
  CHECK(utf8.rows.back().cells[0] == "Caf\xC3\xA9");
  CHECK(utf8.rows.size() == 60001);
  const Read other = readAll(scratch.write("t.csv", "a\nCaf\xE9\n" + rows + "\xA3" + "5\n"), names(), {"a"});
  CHECK(other.facts.encoding == "Windows-1252");
  CHECK(other.rows.front().cells[0] == "Caf\xC3\xA9");
  CHECK(other.rows.back().cells[0] == std::string("\xC2\xA3") + "5");
  CHECK(other.rows.size() == 60002);
}

TEST_CASE("a file of two encodings is refused, with a line of each") {
  const Scratch scratch("two");
  std::string rows;
  for (int i = 0; i < 60000; ++i) {
    rows += "plain row\n";
  }
  // The letters of UTF-8 before those of Windows-1252, after them, on one line, and far apart.
  for (const auto& [text, first, second] : std::vector<std::tuple<std::string, std::string, std::string>>{
           {"a\nCaf\xC3\xA9\nCaf\xE9\n", "line 2 has a letter of UTF-8", "line 3 one that is not"},
           {"a\nCaf\xE9\nYnys M\xC3\xB4n\n", "line 3 has a letter of UTF-8", "line 2 one that is not"},
           {"a\n\xC5\xB4r \xE9\n", "line 2 has a letter of UTF-8", "line 2 one that is not"},
           {"a\nx \xE2\x80\x93 y\n\xA3"
            "5\n",
            "line 2 has a letter of UTF-8", "line 3 one that is not"},
           {"a\nCaf\xC3\xA9\n" + rows + "\xA3" + "5\n", "line 2 has a letter of UTF-8", "line 60003 one that is not"},
           {"a\nCaf\xE9\n" + rows + "\xC3\xA9\n", "line 60003 has a letter of UTF-8", "line 2 one that is not"},
           {"a\nCaf\xC3\xA9\n\xC3", "line 2 has a letter of UTF-8", "line 3 one that is not"}}) {
    const std::string sentence = refusalOf(scratch, text);
    CHECK_THAT(sentence, Catch::Contains("in two encodings") && Catch::Contains(first) && Catch::Contains(second));
  }
  // What Windows-1252 may well have side by side is no sign of UTF-8: capital letters before quotes and dashes.
  for (const std::string& text : {std::string("a\nCAF\xC9\x92S\n\xE9\n"), std::string("a\n\xD6\x94 \xE9\n")}) {
    CHECK(refusalOf(scratch, text) == "not refused");
  }
}

TEST_CASE("text of no known encoding is refused") {
  sdk::Feed feed;
  feed.title = "names";
  feed.header = {{"a", true}};
  const Scratch scratch("unknown");
  using namespace std::string_literals;
  for (const std::string& text : {"a\n\x81\xFF\n"s,
                                  "\xEF\xBB\xBF"
                                  "a\n\xE9\n"s,
                                  "\xEF\xBB\xBF"
                                  "a\n1\xC3"s,
                                  "\xFF\xFE"
                                  "a\0\n\0\x00\xDC"s,
                                  "\xFF\xFE"
                                  "a\0\n\0b"s,
                                  "\xFF\xFE\0\0a\0\0\0"s}) {
    CHECK_THROWS_AS(readAll(scratch.write("t.csv", text), feed, {"a"}), sdk::Error);
  }
}

TEST_CASE("characters that no output may hold are blanks or left out, in every encoding") {
  using namespace std::string_literals;
  // U+000B, U+FFFE, U+202E, U+0085; then a cell of two lines and one with a tab.
  const std::string header = "Month,Kind\r\n";
  const sdk::Feed feed = [] {
    sdk::Feed made;
    made.name = "made";
    made.title = "made";
    made.header = {{"Month", true}, {"Kind", true}};
    return made;
  }();
  const std::string rows =
      "2025-01,A\x0B"
      "B\r\n2025-01,A\uFFFE"
      "B\r\n2025-01,A\u202E"
      "B\u200B\r\n2025-01,A\xC2\x85"
      "B\r\n2025-01,\"A\r\nB\"\r\n"
      "2025-01,A\tB\r\n2025-01,\u0174 \uFFFD\r\n";
  const std::vector<std::string> expected = {"A B", "A B", "AB", "A B", "A  B", "A B", "\u0174 \uFFFD"};
  const Scratch scratch("characters");
  std::string utf16 = "\xFF\xFE"s;
  for (const char32_t c :
       U"Month,Kind\n2025-01,A\u000BB\n2025-01,A\uFFFEB\n2025-01,A\u202EB\u200B\n2025-01,A\u0085B\n2025-01,\"A\r\nB\"\n"
       U"2025-01,A\tB\n2025-01,\u0174 \uFFFD\n"s) {
    utf16 += {static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)};
  }
  for (const std::string& bytes : {header + rows, "\xEF\xBB\xBF" + header + rows, utf16}) {
    const std::filesystem::path path = scratch.write("made.csv", bytes);
    for (const std::size_t block : {std::size_t{16}, std::size_t{17}, std::size_t{4096}}) {
      feed::Limits limits;
      limits.block_bytes = block;
      const Read read = readAll(path, feed, {"Kind"}, limits);
      REQUIRE(read.rows.size() == expected.size());
      for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(read.rows[i].cells == std::vector<std::string>{expected[i]});
      }
    }
  }
}
