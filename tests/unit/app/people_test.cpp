// What people do in a pack between runs and during them, at random: nothing of theirs may ever be lost.
#include "made_packs.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <random>

using namespace boardpack;
using namespace app_tests;

namespace {

const std::vector<std::string> kNames = {"cleveland-2025-12.xlsx",
                                         "papers/panel/scrutiny-paper.docx",
                                         "papers/panel/summary.docx",
                                         "charts/a.png",
                                         "charts/a.svg",
                                         "charts/b.png",
                                         "data/figures.csv"};

/// Texts of people begin so, what the program writes does not.
constexpr const char* kMark = "person's ";

class People {
 public:
  People(const fs::path& pack, std::mt19937& random) : pack_(pack), random_(random) {}

  void act() {
    fs::create_directories(pack_);
    switch (random_() % 14) {
      case 0:
      case 1:
        return save(anyFile(), text());
      case 2: {  // as most editors save
        const fs::path file = anyFile();
        save(pack_ / "saving.tmp", text());
        std::error_code is_folder;
        fs::rename(pack_ / "saving.tmp", file, is_folder);
        return;
      }
      case 3:
        return save(pack_ / ("own " + std::to_string(random_() % 4) + ".txt"), text());
      case 4:
        return save(pack_ / "papers/panel/mine/notes.txt", text());
      case 5:
        return base::removeTree(anyPath());
      case 6: {
        std::error_code not_possible;
        fs::rename(anyPath(), pack_ / ("renamed " + std::to_string(random_() % 9)), not_possible);
        return;
      }
      case 7:
        ::chmod(anyFile().c_str(), random_() % 2 == 0 ? 0400 : 0666);
        return;
      case 8: {
        std::error_code there_already;
        fs::create_symlink(text(), pack_ / ("link " + std::to_string(random_() % 3)), there_already);
        return;
      }
      case 9: {
        std::error_code not_possible;
        fs::create_hard_link(anyFile(), pack_ / ("second " + std::to_string(random_() % 9)), not_possible);
        return;
      }
      case 10: {
        std::error_code there_already;
        fs::create_directory(pack_ / ("empty " + std::to_string(random_() % 3)), there_already);
        return;
      }
      case 11: {  // a file where the program wants a folder, or the other way round
        const fs::path place = pack_ / (random_() % 2 == 0 ? "papers" : kNames[random_() % kNames.size()]);
        std::error_code there;
        fs::rename(place, pack_ / ("moved away " + std::to_string(random_() % 9)), there);
        return random_() % 2 == 0 ? save(place, text()) : save(place / "inside.txt", text());
      }
      case 12:
        return save(pack_ / "papers/panel/~$rutiny-paper.docx", "open");
      default:
        return random_() % 4 == 0 ? save(pack_ / "manifest.json", text()) : base::removeTree(pack_ / "papers/panel");
    }
  }

  /// Everything of people's that must be there after a run: texts, goals of links, empty folders.
  std::set<std::string> everything() const {
    std::set<std::string> all;
    if (!base::entryAt(pack_)) {
      return all;
    }
    for (const auto& [name, bytes] : treeOf(pack_)) {
      if (bytes.starts_with(kMark) || bytes.starts_with("-> ")) {
        all.insert(bytes);
      } else if (bytes == "/" && name.starts_with("empty ")) {
        all.insert(name);
      }
    }
    return all;
  }

 private:
  std::string text() { return kMark + std::to_string(++texts_); }

  static void save(const fs::path& file, const std::string& text) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    std::FILE* open = fs::is_directory(file, error) ? nullptr : std::fopen(file.c_str(), "wb");
    if (open != nullptr) {
      std::fwrite(text.data(), 1, text.size(), open);
      std::fclose(open);
    }
  }

  fs::path anyPath() {
    const auto entries = base::entriesBelow(pack_);
    return entries.empty() ? pack_ / "nothing" : pack_ / entries[random_() % entries.size()].name;
  }

  fs::path anyFile() {
    const fs::path path = random_() % 2 == 0 ? anyPath() : pack_ / kNames[random_() % kNames.size()];
    return base::entryAt(path) && fs::is_symlink(path) ? pack_ / "beside a link" : path;
  }

  const fs::path& pack_;
  std::mt19937& random_;
  static inline int texts_ = 0;
};

/// How often something is tried: as the environment says, for a long run.
unsigned timesOf(const char* variable, unsigned otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

MadeRun anyRun(std::mt19937& random, int number) {
  MadeRun run;
  if (random() % 3 == 0) {
    run.formats = {random() % 2 == 0 ? "xlsx" : "docx"};
  }
  for (const std::string& name : kNames) {
    const std::string ending = fs::path(name).extension().string().substr(1);
    if ((ending == "csv" || run.formats.contains(ending)) && (random() % 8 != 0 || ending == "csv")) {
      // Now and then a run makes what an earlier one made.
      run.outputs[name] = name + " of run " + std::to_string(random() % 3 == 0 ? number / 4 : number);
    }
  }
  return run;
}

/// By name and digest all that a pack's manifest lists stands there, but for what people have written over it since.
void checkWhole(const fs::path& pack) {
  const auto manifest = data::readManifest(base::readFile(pack / "manifest.json"));
  REQUIRE(manifest);
  for (const auto& listed : manifest->files) {
    INFO(listed.file.name);
    const std::string bytes = base::readFile(pack / listed.file.name);
    REQUIRE((bytes.starts_with(kMark) || base::digestOf(bytes) == listed.file.digest));
  }
}

}  // namespace

TEST_CASE("whatever people do between runs and during them, nothing of theirs is lost", "[pack]") {
  constexpr int kRuns = 10;
  for (unsigned seed = 1; seed <= timesOf("BOARDPACK_HISTORIES", 8); ++seed) {
    std::mt19937 random(seed);
    const Scratch out;
    const fs::path pack = packIn(out.path);
    People people(pack, random);
    anyRun(random, 0).into(out.path);
    for (int number = 1; number <= kRuns; ++number) {
      INFO("history " << seed << ", run " << number);
      for (auto actions = random() % 6; actions > 0; --actions) {
        people.act();
      }
      const std::set<std::string> before = people.everything();
      std::set<std::string> during;
      MadeRun run = anyRun(random, number);
      const bool goes_on = random() % 2 == 0;
      run.before_publish = [&] {
        for (auto actions = goes_on ? random() % 4 : 0; actions > 0; --actions) {
          people.act();
        }
        during = people.everything();
      };
      const std::vector<std::string> said = run.into(out.path);
      const std::set<std::string> after = people.everything();
      for (const std::string& each : goes_on ? during : before) {
        INFO(each);
        REQUIRE(after.contains(each));
      }
      checkWhole(pack);
      for (const std::string& sentence : said) {
        REQUIRE_FALSE(sentence.starts_with("LEFT"));
      }
    }
  }
}

TEST_CASE("a kill at any moment of the exchange loses nothing, and leaves a whole pack", "[pack]") {
  const int kills = static_cast<int>(timesOf("BOARDPACK_KILLS", 25));
  const Scratch out;
  const fs::path pack = packIn(out.path);
  std::mt19937 random(7);
  MadeRun{.outputs = {{kNames[0], "first"}, {kNames[1], "first"}}}.into(out.path);
  int number = 0;
  for (int kill = 0; kill < kills; ++kill) {
    save(pack / "mine.txt", kMark + std::to_string(kill));
    save(pack / kNames[1], kMark + std::string("paper ") + std::to_string(kill));
    const std::set<std::string> before = People(pack, random).everything();
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      for (;; ++number) {
        MadeRun{.outputs = {{kNames[0], std::to_string(number)}, {kNames[1], std::to_string(number)}}}.into(out.path);
      }
    }
    ::usleep(static_cast<useconds_t>(random() % 20000));
    // A person saves while runs go on.
    const std::string late = kMark + std::string("late ") + std::to_string(kill);
    save(pack / ("late " + std::to_string(kill) + ".txt"), late);
    ::usleep(static_cast<useconds_t>(random() % 5000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    checkWhole(pack);
    MadeRun{.outputs = {{kNames[0], "after"}, {kNames[1], "after"}}}.into(out.path);
    const std::set<std::string> after = People(pack, random).everything();
    for (const std::string& each : before) {
      INFO("kill " << kill << ": " << each);
      REQUIRE(after.contains(each));
    }
    INFO("kill " << kill << ": " << late);
    REQUIRE(after.contains(late));
    for (const auto& entry : fs::directory_iterator(pack.parent_path())) {
      REQUIRE((entry.path().filename() == ".lock" || entry.path().filename() == "restricted"));
    }
  }
}
