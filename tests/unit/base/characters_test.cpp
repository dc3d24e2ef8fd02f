#include "base/characters.hpp"
#include "base/print.hpp"
#include "base/text.hpp"

#include <catch2/catch.hpp>

using namespace boardpack::base;

namespace {

struct Sample {
  const char* text;
  const char* shown;
  const char* bad;
};

// Which characters are controls, format characters and no characters stands in the Unicode Character Database; XML 1.0
// (production 2) and ECMA-48 say what their harm is.
const Sample kSamples[] = {
    {"a\x01z", "a z", "U+0001, a control character"},
    {"a\x0Bz", "a z", "U+000B, a control character"},
    {"a\x1Fz", "a z", "U+001F, a control character"},
    {"a\x7Fz", "a z", "U+007F, a control character"},
    {"a\xC2\x80z", "a z", "U+0080, a control character"},
    {"a\xC2\x9Bz", "a z", "U+009B, a control character"},
    {"a\xE2\x80\xA8z", "a z", "U+2028, a control character"},
    {"a\xE2\x80\xA9z", "a z", "U+2029, a control character"},
    {"a\xEF\xBF\xBEz", "a z", "U+FFFE, which is no character"},
    {"a\xEF\xBF\xBFz", "a z", "U+FFFF, which is no character"},
    {"a\xEF\xB7\x90z", "a z", "U+FDD0, which is no character"},
    {"a\xEF\xB7\xAFz", "a z", "U+FDEF, which is no character"},
    {"a\xF0\x9F\xBF\xBEz", "a z", "U+1FFFE, which is no character"},
    {"a\xF4\x8F\xBF\xBFz", "a z", "U+10FFFF, which is no character"},
    {"a\xC2\xADz", "az", "U+00AD, which cannot be seen"},
    {"a\xE2\x80\x8Bz", "az", "U+200B, which cannot be seen"},
    {"a\xE2\x80\xAEz", "az", "U+202E, which cannot be seen"},
    {"a\xE2\x81\xA6z", "az", "U+2066, which cannot be seen"},
    {"a\xEF\xBB\xBFz", "az", "U+FEFF, which cannot be seen"},
    {"a\xEF\xB8\x8Fz", "az", "U+FE0F, which cannot be seen"},
};

// Welsh, a pound sign, a fixed blank, an emoji, Arabic, Chinese, a private letter, the replacement character, and the
// neighbours of what is no character.
const char* const kGood[] = {"",
                             "Robbery",
                             "\xC5\xB4yau \xC5\xB7",
                             "\xC2\xA3\xC2\xA0"
                             "5",
                             "\xF0\x9F\x9A\x93",
                             "\xD8\xB9\xD8\xB1",
                             "\xE4\xB8\xAD",
                             "\xEE\x80\x80",
                             "\xEF\xBF\xBD",
                             "\xEF\xB7\x8F\xEF\xB7\xB0"};

}  // namespace

TEST_CASE("what no output may hold is a blank or left out, and is named", "[characters]") {
  for (const Sample& sample : kSamples) {
    INFO(sample.bad);
    CHECK(shownText(sample.text) == sample.shown);
    CHECK(badCharacter(sample.text) == sample.bad);
    CHECK(badCharacter(sample.text, true) == sample.bad);
    CHECK(printable(sample.text, 60) == sample.shown);
    CHECK(forTerminal(sample.text) == sample.shown);
  }
  for (const char* text : kGood) {
    CHECK(shownText(text) == text);
    CHECK(badCharacter(text).empty());
  }
}

TEST_CASE("lines and tabs are blanks in a text of one line, and stay where there are many", "[characters]") {
  CHECK(shownText("a\tb\r\nc") == "a b  c");
  CHECK(badCharacter("a\tb\r\nc", true).empty());
  CHECK(badCharacter("a\nb") == "U+000A, a control character");
  CHECK(forTerminal("a\n\x1B[31mb\tc\xFF\n") == "a\n [31mb\tc\xEF\xBF\xBD\n");
}

TEST_CASE("text of many cells is cleaned in place, wherever its blocks end", "[characters]") {
  for (std::size_t before = 0; before <= 130; ++before) {
    for (const Sample& sample : kSamples) {
      std::string text = std::string(before, 'x') + "\n\t\r" + sample.text + std::string(70, 'y');
      text += '\0';
      std::string expected = std::string(before, 'x') + "\n\t\r" + sample.shown + std::string(70, 'y');
      expected += '\0';
      std::uint64_t changed = 0;
      text.resize(cleanInPlace(text.data(), text.size(), changed));
      REQUIRE(text == expected);
      REQUIRE(changed == 1);
    }
    std::string good = std::string(before, 'x');
    for (const char* text : kGood) {
      good += text;
    }
    std::string text = good;
    std::uint64_t changed = 0;
    text.resize(cleanInPlace(text.data(), text.size(), changed));
    REQUIRE(text == good);
    REQUIRE(changed == 0);
  }
}

TEST_CASE("names that nobody tells apart are one name", "[characters]") {
  const std::pair<const char*, const char*> same[] = {{"Robbery", "ROBBERY"},
                                                      {"\xC3\x89"
                                                       "COLE",
                                                       "\xC3\xA9"
                                                       "cole"},
                                                      {"\xC5\xB4yau", "\xC5\xB5YAU"},
                                                      {"Stra\xC3\x9F"
                                                       "e",
                                                       "STRASSE"},
                                                      {"\xCE\x91\xCE\xA3", "\xCE\xB1\xCF\x82"},
                                                      {"e\xCC\x81", "\xC3\x89"}};
  for (const auto& [one, other] : same) {
    CHECK(folded(one) == folded(other));
  }
  CHECK(folded("Robbery") != folded("Robberies"));
  CHECK(folded("\xC3\xA9t\xC3\xA9") != folded("ete"));
}

TEST_CASE("what a spreadsheet would run is marked as text, and comes back", "[characters]") {
  for (const char* text : {"=1+1", "+1", "-2", "@SUM(1)", "'quoted", "-",
                           "\xEF\xBC\x9D"
                           "1",
                           "\xEF\xBC\xA0"}) {
    CHECK(markedAsText(text) == std::string("'") + text);
    CHECK(withoutTextMark(markedAsText(text)) == text);
  }
  for (const char* text : {"", "Robbery", " =1", "1-2", "a@b"}) {
    CHECK(markedAsText(text) == text);
    CHECK(withoutTextMark(text) == text);
  }
}
