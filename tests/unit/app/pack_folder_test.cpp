#include "made_packs.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

#include <sys/stat.h>

using namespace boardpack;
using namespace app_tests;

namespace {

const std::string kPaper = "papers/panel/scrutiny-paper.docx";
const std::string kNewPaper = "papers/panel/scrutiny-paper.new.docx";
const std::string kBook = "cleveland-2025-12.xlsx";
const std::string kFigures = "data/figures.csv";

MadeRun runOf(const std::string& edition) {
  return {{{kPaper, "paper " + edition},
           {kBook, "book " + edition},
           {"charts/robbery.png", "picture " + edition},
           {"charts/robbery.svg", "drawing " + edition},
           {kFigures, "figures " + edition}}};
}

bool says(const std::vector<std::string>& said, const std::string& part) {
  return std::any_of(said.begin(), said.end(),
                     [&](const std::string& sentence) { return sentence.find(part) != std::string::npos; });
}

std::string read(const fs::path& out, const std::string& name) { return base::readFile(packIn(out) / name); }

data::EarlierManifest manifestOf(const fs::path& out) { return *data::readManifest(read(out, "manifest.json")); }

}  // namespace

TEST_CASE("a pack that nobody touched is replaced whole, without a word", "[pack]") {
  const Scratch out;
  CHECK(runOf("1").into(out.path).empty());
  MadeRun second = runOf("2");
  second.outputs.erase("charts/robbery.svg");
  CHECK(second.into(out.path).empty());
  std::map<std::string, std::string> tree = treeOf(packIn(out.path));
  CHECK(tree.erase("manifest.json") == 1);
  CHECK(tree == std::map<std::string, std::string>{{"papers", "/"},
                                                   {"papers/panel", "/"},
                                                   {kPaper, "paper 2"},
                                                   {kBook, "book 2"},
                                                   {"charts", "/"},
                                                   {"charts/robbery.png", "picture 2"},
                                                   {"data", "/"},
                                                   {kFigures, "figures 2"}});
  CHECK(treeOf(out.path / "cleveland" / "2025-12").size() == tree.size() + 3);  // the pack, its manifest, the lock
}

TEST_CASE("an edited paper stays, and the new one stands beside it under one name", "[pack]") {
  const Scratch out;
  runOf("1").into(out.path);
  save(packIn(out.path) / kPaper, "edited");
  const std::vector<std::string> said = runOf("2").into(out.path);
  CHECK(says(said, kPaper + " was changed by hand, so it stays as it is. This run's is beside it: " + kNewPaper + "."));
  CHECK(read(out.path, kPaper) == "edited");
  CHECK(read(out.path, kNewPaper) == "paper 2");
  const data::EarlierManifest manifest = manifestOf(out.path);
  const auto listed = std::find_if(manifest.files.begin(), manifest.files.end(),
                                   [](const auto& each) { return each.file.name == kNewPaper; });
  REQUIRE(listed != manifest.files.end());
  CHECK(listed->file.instead_of == kPaper);
  CHECK(listed->file.digest == base::digestOf("paper 2"));

  SECTION("a later run replaces its own and does not pile up") {
    runOf("3").into(out.path);
    CHECK(read(out.path, kPaper) == "edited");
    CHECK(read(out.path, kNewPaper) == "paper 3");
    CHECK(treeOf(packIn(out.path)).size() == 11);
  }
  SECTION("the one beside is a person's too when they change it") {
    save(packIn(out.path) / kNewPaper, "edited as well");
    runOf("3").into(out.path);
    CHECK(read(out.path, kPaper) == "edited");
    CHECK(read(out.path, kNewPaper) == "edited as well");
    CHECK(read(out.path, "papers/panel/scrutiny-paper.new-2.docx") == "paper 3");
  }
  SECTION("what a person gives back is the program's again") {
    save(packIn(out.path) / kPaper, "paper 3");
    CHECK(runOf("3").into(out.path).empty());
    CHECK(read(out.path, kPaper) == "paper 3");
    CHECK_FALSE(fs::exists(packIn(out.path) / kNewPaper));
  }
  SECTION("the new one, given the name of the old, is the program's") {
    fs::rename(packIn(out.path) / kNewPaper, packIn(out.path) / kPaper);
    CHECK(runOf("3").into(out.path).empty());
    CHECK(read(out.path, kPaper) == "paper 3");
  }
}

TEST_CASE("what people put into a pack stays, with its rights and time", "[pack]") {
  const Scratch out;
  runOf("1").into(out.path);
  const fs::path pack = packIn(out.path);
  save(pack / "papers/panel/my version.docx", "mine");
  save(pack / "notes/\xff\xfe.txt", "no UTF-8");
  fs::create_directory(pack / "empty");
  fs::create_directory(pack / "closed");
  save(pack / "closed/inside.txt", "inside");
  fs::create_symlink("/nowhere/at all", pack / "link");
  fs::create_directory_symlink(out.path, pack / "charts/loop");
  REQUIRE(::mkfifo((pack / "pipe").c_str(), 0600) == 0);
  fs::create_hard_link(pack / kBook, pack / "kept book.xlsx");
  save(out.path / "elsewhere", "a file outside");
  fs::create_hard_link(out.path / "elsewhere", pack / "linked.txt");
  ::chmod((pack / "papers/panel/my version.docx").c_str(), 0604);
  ::chmod((pack / "closed").c_str(), 0555);
  const auto before = base::entriesBelow(pack);
  const auto tree = treeOf(pack);
  CHECK(says(runOf("2").into(out.path), "of people's in the pack stay as they are"));
  for (const char* name : {"papers/panel/my version.docx", "notes", "notes/\xff\xfe.txt", "empty", "closed",
                           "closed/inside.txt", "link", "charts/loop", "pipe", "kept book.xlsx", "linked.txt"}) {
    INFO(name);
    const auto seen = std::find_if(before.begin(), before.end(), [&](const base::Entry& e) { return e.name == name; });
    const std::optional<base::Entry> now = base::entryAt(pack / name);
    REQUIRE(now);
    CHECK(now->kind == seen->kind);
    CHECK(now->mode == seen->mode);
    CHECK(now->modified == seen->modified);
    CHECK(treeOf(pack).at(name) == tree.at(name));
  }
  CHECK(read(out.path, "kept book.xlsx") == "book 1");
  CHECK(read(out.path, kBook) == "book 2");
  save(pack / "linked.txt", "changed");
  CHECK(base::readFile(out.path / "elsewhere") == "changed");  // still one file
  runOf("3").into(out.path);
  CHECK(treeOf(pack).at("empty") == "/");
  ::chmod((pack / "closed").c_str(), 0755);
}

TEST_CASE("a person's file where a folder belongs, and the other way round", "[pack]") {
  const Scratch out;
  runOf("1").into(out.path);
  const fs::path pack = packIn(out.path);
  base::removeTree(pack / "papers");
  save(pack / "papers", "a list of papers");
  fs::remove(pack / kBook);
  save(pack / kBook / "inside.txt", "in a folder");
  base::removeTree(pack / "charts");
  fs::create_directory_symlink("/tmp", pack / "charts");
  runOf("2").into(out.path);
  CHECK(read(out.path, "papers") == "a list of papers");
  CHECK(read(out.path, "papers.new/panel/scrutiny-paper.docx") == "paper 2");
  CHECK(read(out.path, kBook + "/inside.txt") == "in a folder");
  CHECK(read(out.path, "cleveland-2025-12.new.xlsx") == "book 2");
  CHECK(fs::read_symlink(pack / "charts") == "/tmp");
  CHECK(read(out.path, "charts.new/robbery.png") == "picture 2");
  fs::remove(pack / "papers");
  runOf("3").into(out.path);
  CHECK(read(out.path, kPaper) == "paper 3");
  CHECK_FALSE(fs::exists(pack / "papers.new"));
  CHECK(read(out.path, "charts.new/robbery.png") == "picture 3");
}

TEST_CASE("without a manifest that can be read everything is people's", "[pack]") {
  const Scratch out;
  runOf("1").into(out.path);
  const fs::path pack = packIn(out.path);
  SECTION("none") { fs::remove(pack / "manifest.json"); }
  SECTION("damaged") { save(pack / "manifest.json", "{ not json"); }
  SECTION("of something else") { save(pack / "manifest.json", "{\"name\": \"an app\", \"outputs\": []}"); }
  SECTION("a folder") {
    fs::remove(pack / "manifest.json");
    save(pack / "manifest.json/x", "y");
  }
  SECTION("a link") {
    fs::rename(pack / "manifest.json", out.path / "m.json");
    fs::create_symlink(out.path / "m.json", pack / "manifest.json");
  }
  const auto before = treeOf(pack);
  runOf("2").into(out.path);
  auto after = treeOf(pack);
  for (const auto& [name, bytes] : before) {
    const std::string place = name.starts_with("manifest.json") ? "manifest.earlier.json" + name.substr(13) : name;
    INFO(place);
    REQUIRE(after.contains(place));
    CHECK(after.at(place) == bytes);
  }
  CHECK(after.at(kNewPaper) == "paper 2");
  CHECK(manifestOf(out.path).is_as_written);
  // Byte-equal to what the program writes: its own again.
  save(pack / kPaper, "paper 3");
  runOf("3").into(out.path);
  CHECK_FALSE(fs::exists(pack / kNewPaper));
}

TEST_CASE("a manifest that a person changed is kept beside, and what it lists counts", "[pack]") {
  const Scratch out;
  runOf("1").into(out.path);
  const fs::path file = packIn(out.path) / "manifest.json";
  std::string text = base::readFile(file);
  text.insert(text.find("\"month\""), "\"checked_by\": \"me\",\n  ");
  save(file, text);
  CHECK(says(runOf("2").into(out.path),
             "manifest.json is not as the program wrote it. It stands as manifest.earlier.json"));
  CHECK(read(out.path, "manifest.earlier.json") == text);
  CHECK(read(out.path, kPaper) == "paper 2");
  CHECK_FALSE(fs::exists(packIn(out.path) / kNewPaper));
  runOf("3").into(out.path);
  CHECK(read(out.path, "manifest.earlier.json") == text);
  CHECK_FALSE(fs::exists(packIn(out.path) / "manifest.earlier-2.json"));
}

TEST_CASE("a paper that is open in an office program stays", "[pack]") {
  const Scratch out;
  for (const char* mark : {"~$rutiny-paper.docx", "~$scrutiny-paper.docx", ".~lock.scrutiny-paper.docx#"}) {
    const std::string first = std::string("1") + mark;
    runOf(first).into(out.path);
    const fs::path folder = packIn(out.path) / "papers/panel";
    save(folder / mark, "somebody");
    CHECK(says(runOf("2").into(out.path), "is open in another program"));
    CHECK(read(out.path, kPaper) == "paper " + first);
    CHECK(read(out.path, kNewPaper) == "paper 2");
    CHECK(base::readFile(folder / mark) == "somebody");
    fs::remove(folder / mark);
    CHECK(runOf("3").into(out.path).empty());
    CHECK(read(out.path, kPaper) == "paper 3");
    CHECK_FALSE(fs::exists(packIn(out.path) / kNewPaper));
    fs::remove_all(packIn(out.path));
  }
}

TEST_CASE("a run of some formats leaves the others as they were, listed", "[pack]") {
  const Scratch out;
  runOf("1").into(out.path);
  MadeRun workbook = runOf("2");
  workbook.formats = {"xlsx"};
  std::erase_if(workbook.outputs, [](const auto& output) { return output.first != kBook && output.first != kFigures; });
  CHECK(workbook.into(out.path).empty());  // made from the same
  CHECK(read(out.path, kBook) == "book 2");
  CHECK(read(out.path, kFigures) == "figures 2");
  CHECK(read(out.path, kPaper) == "paper 1");
  CHECK(read(out.path, "charts/robbery.svg") == "drawing 1");
  CHECK(manifestOf(out.path).files.size() == 5);

  workbook.scripts = "others";
  workbook.outputs[kBook] = "book 3";
  const std::vector<std::string> said = workbook.into(out.path);
  CHECK(says(said,
             "1 paper, 1 picture and 1 drawing are of an earlier run, made with other scripts: their figures may "
             "not be those of this run."));
  CHECK(read(out.path, "manifest.json").find("\"differs\": [\n        \"scripts\"") != std::string::npos);

  // They are still the program's: a whole run replaces them, also one that has no drawing any more.
  MadeRun whole = runOf("4");
  whole.outputs.erase("charts/robbery.svg");
  CHECK(whole.into(out.path).empty());
  CHECK(read(out.path, kPaper) == "paper 4");
  CHECK_FALSE(fs::exists(packIn(out.path) / "charts/robbery.svg"));
  CHECK(read(out.path, "manifest.json").find("\"kept\"") == std::string::npos);
}

TEST_CASE("what people do while a run goes on is brought into the new pack", "[pack]") {
  const Scratch out;
  runOf("1").into(out.path);
  const fs::path pack = packIn(out.path);
  save(pack / "notes.txt", "first");
  save(pack / "plan.txt", "plan");
  MadeRun second = runOf("2");
  second.before_publish = [&] {
    save(pack / kPaper, "edited meanwhile");
    save(pack / "added/late.txt", "late");
    save(pack / "notes.tmp", "second");
    fs::rename(pack / "notes.tmp", pack / "notes.txt");  // as most editors save
    save(pack / "plan.txt", "plan, changed in place");
    fs::create_directory(pack / "late and empty");
    fs::create_symlink("somewhere", pack / "late link");
  };
  const std::vector<std::string> said = second.into(out.path);
  CHECK(says(said, kPaper + " was changed while a run was going on. What was saved then stands as "
                            "papers/panel/scrutiny-paper.edited.docx."));
  CHECK(read(out.path, kPaper) == "paper 2");
  CHECK(read(out.path, "papers/panel/scrutiny-paper.edited.docx") == "edited meanwhile");
  CHECK(read(out.path, "added/late.txt") == "late");
  CHECK(read(out.path, "notes.txt") == "second");
  CHECK(read(out.path, "plan.txt") == "plan, changed in place");
  CHECK(fs::is_empty(pack / "late and empty"));
  CHECK(fs::read_symlink(pack / "late link") == "somewhere");
  CHECK(treeOf(pack.parent_path()).count(".lock") == 1);
  for (const auto& entry : fs::directory_iterator(pack.parent_path())) {
    CHECK((entry.path().filename() == ".lock" || entry.path().filename() == "restricted"));
  }
}

TEST_CASE("a file or link in the pack's place is refused and left", "[pack]") {
  const Scratch out;
  const fs::path pack = packIn(out.path);
  fs::create_directories(pack.parent_path());
  SECTION("a file") { save(pack, "mine"); }
  SECTION("a link") { fs::create_directory_symlink(out.path, pack); }
  const auto before = treeOf(out.path);
  CHECK_THROWS_WITH(runOf("1").into(out.path), Catch::Contains("It is left as it is"));
  auto after = treeOf(out.path);
  after.erase("cleveland/2025-12/.lock");
  CHECK(after == before);
}

TEST_CASE("a file that comes into the pack's place during the run is put back", "[pack]") {
  const Scratch out;
  MadeRun run = runOf("1");
  run.before_publish = [&] { save(packIn(out.path), "mine"); };
  CHECK_THROWS_WITH(run.into(out.path), Catch::Contains("a file stands there"));
  CHECK(base::readFile(packIn(out.path)) == "mine");
}

TEST_CASE("a run that fails leaves no folder and no lock", "[pack]") {
  const Scratch out;
  { app::PackFolder place(out.path / "packs", "cleveland", base::Month(2025, 12), ""); }
  CHECK(fs::is_empty(out.path));
  runOf("1").into(out.path);
  { app::PackFolder place(out.path, "cleveland", base::Month(2025, 12), ""); }
  CHECK(read(out.path, kPaper) == "paper 1");
}

TEST_CASE("a part stands beside the whole pack", "[pack]") {
  const Scratch out;
  runOf("1").into(out.path);
  const auto whole = treeOf(packIn(out.path));
  app::PackFolder place(out.path, "cleveland", base::Month(2025, 12), "victims+safer");
  base::writeFileWhole(place.staged() / "x", "y");
  place.publish();
  CHECK(place.target().filename() == "restricted.victims+safer");
  CHECK(fs::exists(place.target() / "x"));
  CHECK(treeOf(packIn(out.path)) == whole);
}

TEST_CASE("what stopped runs left is cleared, and nothing of people's with it", "[pack]") {
  const Scratch out;
  runOf("1").into(out.path);
  const fs::path month = packIn(out.path).parent_path();
  fs::copy(packIn(out.path), month / ".restricted.exchanged.Ab12Cd", fs::copy_options::recursive);
  save(month / ".restricted.exchanged.Ab12Cd" / kPaper, "saved last");
  save(month / ".restricted.exchanged.Ab12Cd/late.txt", "late");
  save(month / ".restricted.staged.Ef34Gh/data/figures.csv", "half");
  save(month / ".restricted.Ij56Kl/data/figures.csv", "half, by an earlier version");
  save(month / ".restricted.backup/papers/mine.docx", "a copy somebody made");
  save(month / ".restricted.Mn78Op/notes.txt", "somebody's");
  runOf("2").into(out.path);
  CHECK(read(out.path, "papers/panel/scrutiny-paper.edited.docx") == "saved last");
  CHECK(read(out.path, "late.txt") == "late");
  CHECK(read(out.path, kPaper) == "paper 2");
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(month)) {
    names.insert(entry.path().filename().string());
  }
  CHECK(names == std::set<std::string>{".lock", "restricted", ".restricted.backup", ".restricted.Mn78Op"});
}

TEST_CASE("an earlier pack that stood aside when a run was stopped is put back", "[pack]") {
  const Scratch out;
  runOf("1").into(out.path);
  save(packIn(out.path) / "mine.txt", "mine");
  fs::rename(packIn(out.path), packIn(out.path).parent_path() / ".restricted.aside.Ab12Cd");
  runOf("2").into(out.path);
  CHECK(read(out.path, "mine.txt") == "mine");
  CHECK(read(out.path, kPaper) == "paper 2");
}
