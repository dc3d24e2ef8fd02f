#include "fonts.hpp"
#include "made_pack.hpp"

#include "chart/draw/png_writer.hpp"
#include "chart/draw/svg_writer.hpp"
#include "chart/write_charts.hpp"

#include <libdeflate.h>
#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <locale>
#include <map>
#include <sstream>

using namespace boardpack;
using namespace boardpack::chart;
using namespace boardpack::test;
using series::ChartKind;
namespace fs = std::filesystem;

namespace {

/// A folder of the test's own, emptied before.
fs::path freshFolder(const std::string& name) {
  const fs::path folder = fs::path(BOARDPACK_BUILD_DIR) / "test-chart" / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

std::string bytesOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::stringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

std::map<std::string, std::string> filesOf(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    files[entry.path().filename().string()] = bytesOf(entry.path());
  }
  return files;
}

/// A chart of each kind, several times, so that threads have work.
paper::Pack severalCharts() {
  const std::vector<std::string> names{"Hartlepool", "Middlesbrough", "Redcar & Cleveland", "Area not known"};
  paper::Pack pack =
      madePack(madeMeasure(
                   36, [](int month) { return 1234.5 + month * 11 + (month == 7 ? 900 : 0); }, names,
                   [](std::size_t group, int month) { return 100.0 + 30.0 * static_cast<double>(group) + month; }),
               ChartKind::Funnel);  // with other forces, which a funnel shows
  const series::Analysed measure = pack.measures.front();
  pack.charts.clear();
  for (std::size_t i = 0; i < 10; ++i) {
    const ChartKind kind = series::kChartKinds[i % series::kChartKinds.size()].kind;
    paper::Chart one = madePack(measure, kind).charts.front();
    one.id = "made." + std::to_string(i);
    pack.charts.push_back(one);
  }
  return pack;
}

std::uint32_t numberAt(const std::string& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    number = number << 8U | static_cast<unsigned char>(bytes.at(at + i));
  }
  return number;
}

/// The checksum of the PNG specification, annex D, bit by bit.
std::uint32_t checksum(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) {
      crc = (crc & 1U) != 0 ? 0xEDB88320U ^ (crc >> 1U) : crc >> 1U;
    }
  }
  return ~crc;
}

/// The chunks of a PNG file in order, their checksums verified.
std::vector<std::pair<std::string, std::string>> chunksOf(const std::string& file) {
  std::vector<std::pair<std::string, std::string>> chunks;
  REQUIRE(file.substr(0, 8) == std::string("\x89PNG\r\n\x1A\n", 8));
  for (std::size_t at = 8; at < file.size();) {
    const std::uint32_t size = numberAt(file, at);
    const std::string type_and_data = file.substr(at + 4, 4 + size);
    REQUIRE(numberAt(file, at + 8 + size) == checksum(type_and_data));
    chunks.emplace_back(type_and_data.substr(0, 4), type_and_data.substr(4));
    at += 12 + size;
  }
  return chunks;
}

std::string inflated(const std::string& data, std::size_t size) {
  std::string bytes(size, '\0');
  libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
  std::size_t written = 0;
  const libdeflate_result result =
      libdeflate_zlib_decompress(decompressor, data.data(), data.size(), bytes.data(), bytes.size(), &written);
  libdeflate_free_decompressor(decompressor);
  REQUIRE(result == LIBDEFLATE_SUCCESS);
  REQUIRE(written == size);
  return bytes;
}

/// Numbers as a German machine writes them: 1.234,5.
class GermanNumbers final : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

sdk::Error errorOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const sdk::Error& error) {
    return error;
  }
  FAIL("no error came");
  throw std::logic_error("unreachable");
}

}  // namespace

TEST_CASE("the same bytes on any number of threads, drawn again, and under another time zone and locale") {
  const paper::Pack pack = severalCharts();
  const fs::path one = freshFolder("one");
  writeCharts(pack, one, {}, fontFolder(), 1);
  const auto expected = filesOf(one);
  REQUIRE(expected.size() == 20);

  for (const int threads : {2, 8, 1}) {
    const fs::path folder = freshFolder("threads");
    writeCharts(pack, folder, {}, fontFolder(), threads);
    CHECK(filesOf(folder) == expected);
  }

  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new GermanNumbers));
  setenv("TZ", "Asia/Tokyo", 1);
  setenv("LC_ALL", "de_DE.UTF-8", 1);
  setenv("FC_LANG", "ja", 1);
  setenv("FONTCONFIG_FILE", "/nowhere/fonts.conf", 1);
  setenv("FONTCONFIG_SYSROOT", "/nowhere", 1);
  setenv("PANGO_LANGUAGE", "ja", 1);
  const fs::path elsewhere = freshFolder("elsewhere");
  writeCharts(pack, elsewhere, {}, fontFolder(), 2);
  std::locale::global(before);
  for (const char* name : {"TZ", "LC_ALL", "FC_LANG", "FONTCONFIG_FILE", "FONTCONFIG_SYSROOT", "PANGO_LANGUAGE"}) {
    unsetenv(name);
  }
  CHECK(filesOf(elsewhere) == expected);
}

TEST_CASE("a PNG holds a palette picture of 1600 by 900 and no clock or words") {
  const paper::Pack pack = severalCharts();
  const fs::path folder = freshFolder("png");
  writeCharts(pack, folder, {.png = true, .svg = false}, fontFolder(), 2);
  for (const auto& [name, bytes] : filesOf(folder)) {
    const auto chunks = chunksOf(bytes);
    REQUIRE(chunks.size() == 5);
    CHECK(chunks[0].first == "IHDR");
    CHECK(chunks[1].first == "pHYs");
    CHECK(chunks[2].first == "PLTE");
    CHECK(chunks[3].first == "IDAT");
    CHECK(chunks[4].first == "IEND");
    CHECK(numberAt(chunks[0].second, 0) == 1600);
    CHECK(numberAt(chunks[0].second, 4) == 900);
    CHECK(chunks[0].second.substr(8) == std::string("\x08\x03\0\0\0", 5));
    CHECK(chunks[2].second.size() <= 3 * 256);
    const std::string rows = inflated(chunks[3].second, 1601 * 900);
    // White is the most used colour, so the first of the palette; the corners are background.
    CHECK(chunks[2].second.substr(0, 3) == "\xFF\xFF\xFF");
    CHECK(rows[1] == '\0');
    CHECK(rows.back() == '\0');
    CHECK(rows.find_first_not_of('\0') != std::string::npos);
  }
}

TEST_CASE("the colours of marks stay exact among more than 256") {
  Raster raster;
  raster.width = 1000;
  raster.height = 1;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    raster.pixels.push_back(i < 400 ? i : 0x0012436DU);
  }
  const PaletteImage image = toPalette(raster);
  CHECK(image.palette.size() == 256);
  CHECK(image.palette[0] == 0x0012436DU);
  CHECK(image.palette[image.pixels[999]] == 0x0012436DU);
  CHECK(image.palette[image.pixels[200]] == 200);
  // Of colours used once the smaller numbers stay; 300 (0x00012C) is nearest to 44 (0x00002C).
  CHECK(image.palette[image.pixels[300]] == 44);
}

TEST_CASE("an SVG has real text, a name and a description, escaped") {
  const paper::Pack pack = severalCharts();
  const std::string svg = svgText(makePicture(pack, pack.charts[3], fonts()));
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1600 900\" role=\"img\""));
  CHECK(svg.find("<title id=\"chart-made.3-title\">Made-up crime fell &lt;by half&gt; &amp; more</title>") !=
        std::string::npos);
  CHECK(svg.find("<desc id=\"chart-made.3-description\">A chart of &quot;made-up&quot; numbers.</desc>") !=
        std::string::npos);
  CHECK(svg.find("aria-labelledby=\"chart-made.3-title\"") != std::string::npos);
  CHECK(svg.find("'Liberation Sans', Arial, sans-serif") != std::string::npos);
  CHECK(svg.find(">Redcar &amp;</text>") + svg.find(">Redcar &amp; Cleveland</text>") != 2 * std::string::npos);
  CHECK(svg.find("& ") == std::string::npos);
  CHECK(svg.find("nan") == std::string::npos);
  CHECK(svg.find("inf") == std::string::npos);
  CHECK(svg.ends_with("</svg>\n"));
}

TEST_CASE("no file names a folder of the machine") {
  const fs::path folder = freshFolder("paths");
  writeCharts(severalCharts(), folder, {}, fontFolder(), 2);
  for (const auto& [name, bytes] : filesOf(folder)) {
    CHECK(bytes.find(BOARDPACK_BUILD_DIR) == std::string::npos);
    CHECK(bytes.find(BOARDPACK_SOURCE_DIR) == std::string::npos);
  }
}

TEST_CASE("what is not drawable or not asked for is not written") {
  paper::Pack pack = severalCharts();
  pack.charts.resize(2);
  pack.charts[0].drawable = false;
  const fs::path folder = freshFolder("formats");
  writeCharts(pack, folder, {.png = false, .svg = true}, fontFolder(), 4);
  CHECK(filesOf(folder).size() == 1);
  CHECK(fs::exists(folder / "made.1.svg"));
}

TEST_CASE("a missing font is an error that names its file") {
  const fs::path folder = freshFolder("fonts");
  fs::copy_file(fontFolder() / "LiberationSans-Regular.ttf", folder / "LiberationSans-Regular.ttf");
  const sdk::Error missing = errorOf([&] { writeCharts(severalCharts(), folder, {}, folder, 2); });
  CHECK(missing.kind() == sdk::ErrorKind::Outside);
  CHECK(missing.sentence().find("LiberationSans-Bold.ttf is not there") != std::string::npos);

  std::ofstream(folder / "LiberationSans-Bold.ttf") << "not a font";
  CHECK(errorOf([&] { const FontSet loaded(folder); }).sentence().find("cannot be read as a font") !=
        std::string::npos);

  fs::remove(folder / "LiberationSans-Bold.ttf");
  fs::copy_file(fontFolder() / "LiberationSans-Regular.ttf", folder / "LiberationSans-Bold.ttf");
  CHECK(errorOf([&] { const FontSet loaded(folder); }).sentence().find("holds another font") != std::string::npos);
}

TEST_CASE("an error carries the chart and is the same on any number of threads") {
  paper::Pack pack = severalCharts();
  pack.charts[4].measure = "no_such_measure";
  pack.charts[7].measure = "nor_this";
  for (const int threads : {1, 8}) {
    const sdk::Error error = errorOf([&] { writeCharts(pack, freshFolder("error"), {}, fontFolder(), threads); });
    CHECK(error.sentence().find("made.4") != std::string::npos);
    REQUIRE_FALSE(error.trail().empty());
    CHECK(error.trail().front() == "drawing the chart 'made.4'");
  }
}

TEST_CASE("a folder that cannot be written to is an error that names the picture") {
  const fs::path folder = freshFolder("nowhere") / "not-made";
  const sdk::Error error = errorOf([&] { writeCharts(severalCharts(), folder, {}, fontFolder(), 2); });
  CHECK(error.kind() == sdk::ErrorKind::Outside);
  CHECK(error.sentence().find("made.0.png") != std::string::npos);
}

TEST_CASE("marks are told as text") {
  const paper::Pack pack = severalCharts();
  const std::string text = describeMarks(pack, pack.charts.front(), fontFolder());
  CHECK(text.starts_with("picture made.0 1600 × 900\nrect 0 0 1600 900 #FFFFFF\n"));
  CHECK(text.find("end \"") != std::string::npos);
}
