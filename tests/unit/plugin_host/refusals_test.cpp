#include "plugin_host/build_identity.hpp"
#include "plugin_host/plugin_host.hpp"

#include "plugin_folder.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>

using boardpack::plugin_host::PluginHost;
namespace fs = std::filesystem;

namespace {

// The one reason, of a folder that has the one fixture.
std::string reasonFor(const std::string& fault) {
  const PluginFolder folder;
  folder.add(fault, fault + ".so");
  const PluginHost host({folder.path()});
  CHECK(host.loaded().empty());
  REQUIRE(host.refused().size() == 1);
  CHECK(host.refused()[0].file == folder.file(fault + ".so"));
  return host.refused()[0].reason;
}

// Whether the fixture's static initialiser ran while a host looked at it.
bool codeRan(const std::string& fault) {
  const PluginFolder folder;
  const PluginFolder marks;
  folder.add(fault, fault + ".so");
  setenv("BOARDPACK_FIXTURE_MARK", marks.file("mark").c_str(), 1);
  { const PluginHost host({folder.path()}); }
  unsetenv("BOARDPACK_FIXTURE_MARK");
  return fs::exists(marks.file("mark"));
}

std::string reasonForBytes(const std::string& bytes) {
  const PluginFolder folder;
  std::ofstream(folder.file("bytes.so"), std::ios::binary) << bytes;
  const PluginHost host({folder.path()});
  CHECK(host.loaded().empty());
  REQUIRE(host.refused().size() == 1);
  return host.refused()[0].reason;
}

}  // namespace

TEST_CASE("no code of a refused library runs, and that of a taken one does") {
  CHECK(codeRan("none"));
  CHECK_FALSE(codeRan("other_identity"));
  CHECK_FALSE(codeRan("plain_library"));
}

TEST_CASE("another build identity is refused with both named") {
  const std::string reason = reasonFor("other_identity");
  const std::string own = boardpack::plugin_host::describeIdentity(boardpack::plugin_host::ownIdentity());
  CHECK_THAT(reason, Catch::Contains("this program has " + own));
  CHECK_THAT(reason, Catch::Contains("debug containers 1;") && Catch::Contains("They differ in the debug containers."));
}

TEST_CASE("a library that is not a plugin is refused") {
  CHECK_THAT(reasonFor("plain_library"), Catch::Contains("a library but not a force plugin"));
}

TEST_CASE("a file that is not a library is refused, however it is broken") {
  CHECK_THAT(reasonForBytes("notes on plugins\n"), Catch::Contains("not a library"));
  CHECK_THAT(reasonForBytes(""), Catch::Contains("not a library"));
  const std::string whole = boardpack::base::readFile(fs::path(FIXTURES) / "none.so");
  for (const std::size_t length :
       {std::size_t{4}, std::size_t{63}, std::size_t{64}, whole.size() / 2, whole.size() - 1}) {
    CHECK_THAT(reasonForBytes(whole.substr(0, length)), Catch::Contains("not"));
  }
}

TEST_CASE("a link to nothing is refused") {
  const PluginFolder folder;
  fs::create_symlink(folder.file("nowhere"), folder.file("link.so"));
  const PluginHost host({folder.path()});
  REQUIRE(host.refused().size() == 1);
  CHECK_THAT(host.refused()[0].reason, Catch::Contains("not a file that can be read"));
}

TEST_CASE("a plugin that fails while giving its force is refused with its reason") {
  CHECK_THAT(reasonFor("error"), Catch::EndsWith("giving its force: The fixture says so itself."));
  CHECK_THAT(reasonFor("exception"), Catch::Contains("not an sdk::Error"));
  CHECK_THAT(reasonFor("number"), Catch::Contains("no known type"));
  CHECK_THAT(reasonFor("nothing"), Catch::Contains("gave nothing"));
  CHECK_THAT(reasonFor("unresolved"), Catch::Contains("the system cannot load it"));
}

TEST_CASE("a force that is not sound is refused with every fault") {
  CHECK_THAT(reasonFor("unsound"), Catch::Contains("#FFDD00") && Catch::Contains("two pillars have the id 'first'"));
}

TEST_CASE("of two plugins with one force code the first stays and both are named") {
  const PluginFolder one;
  const PluginFolder other;
  one.add("none", "b.so");
  other.add("none", "a.so");
  const PluginHost host({one.path(), other.path()});
  REQUIRE(host.loaded().size() == 1);
  CHECK(host.loaded()[0].file == one.file("b.so"));
  REQUIRE(host.refused().size() == 1);
  CHECK(host.refused()[0].file == other.file("a.so"));
  CHECK_THAT(host.refused()[0].reason, Catch::Contains("'fixture'") && Catch::Contains(one.file("b.so").string()) &&
                                           Catch::Contains(other.file("a.so").string()));
}

TEST_CASE("nothing is loaded from a folder that anyone may write to") {
  const PluginFolder folder;
  folder.add("none", "fixture.so");
  fs::permissions(folder.path(), fs::perms::others_write, fs::perm_options::add);
  const PluginHost host({folder.path()});
  CHECK(host.loaded().empty());
  REQUIRE(host.refused().size() == 2);
  CHECK(host.refused()[0].file == folder.path());
  CHECK_THAT(host.refused()[0].reason, Catch::Contains("anyone on this machine may write to it"));
  CHECK(host.refused()[1].file == folder.file("fixture.so"));
}

TEST_CASE("a link does not hide a folder or file that anyone may write to") {
  const PluginFolder safe;
  const PluginFolder open;
  open.add("none", "fixture.so");
  fs::create_symlink(open.file("fixture.so"), safe.file("fixture.so"));
  CHECK(PluginHost({safe.path()}).loaded().size() == 1);
  fs::permissions(open.path(), fs::perms::others_write, fs::perm_options::add);
  CHECK(PluginHost({safe.path()}).loaded().empty());
  fs::permissions(open.path(), fs::perms::others_write, fs::perm_options::remove);
  fs::permissions(open.file("fixture.so"), fs::perms::others_write, fs::perm_options::add);
  CHECK(PluginHost({safe.path()}).loaded().empty());
}
