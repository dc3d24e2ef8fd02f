#include "app/writers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace boardpack;

TEST_CASE("every writer of the list makes something, and no two the same") {
  std::set<std::string> names;
  for (const writer::Writer& writer : app::writers()) {
    CHECK(writer.write != nullptr);
    CHECK(writer.libraries != nullptr);
    CHECK_FALSE(writer.formats.empty());
    for (const writer::Format& format : writer.formats) {
      INFO(format.name);
      CHECK(names.insert(format.name).second);
      CHECK_FALSE(format.one.empty());
      CHECK_FALSE(format.many.empty());
    }
  }
  CHECK(app::formatNames() == std::vector<std::string>{"xlsx", "png", "svg", "docx"});
  CHECK(app::everyFormat() == names);
}

TEST_CASE("what a format needs is made with it, and is itself a format that needs nothing") {
  CHECK(app::withNeeded({"docx"}) == std::set<std::string>{"docx", "png"});
  CHECK(app::withNeeded({"xlsx", "svg"}) == std::set<std::string>{"xlsx", "svg"});
  for (const writer::Format& format : app::formats()) {
    if (!format.needs.empty()) {
      const writer::Format* needed = app::formatOf("a." + format.needs);
      REQUIRE(needed != nullptr);
      CHECK(needed->needs.empty());
    }
  }
}

TEST_CASE("a file's format is that of its ending") {
  REQUIRE(app::formatOf("papers/board/scrutiny-paper.new.docx") != nullptr);
  CHECK(app::formatOf("papers/board/scrutiny-paper.new.docx")->is_paper);
  CHECK(app::formatOf("charts/robbery.png")->is_picture);
  CHECK(app::formatOf("data/figures.csv") == nullptr);
  CHECK(app::formatOf("notesxlsx") == nullptr);
}
