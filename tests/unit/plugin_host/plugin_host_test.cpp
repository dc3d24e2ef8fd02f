#include "plugin_host/plugin_host.hpp"

#include "plugin_folder.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using boardpack::plugin_host::PluginHost;
namespace sdk = boardpack::sdk;

TEST_CASE("a good plugin is loaded and its force read") {
  const PluginFolder folder;
  folder.add("none", "fixture.so");
  const PluginHost host({folder.path()});
  CHECK(host.refused().empty());
  REQUIRE(host.loaded().size() == 1);
  CHECK(host.loaded()[0].file == folder.file("fixture.so"));
  CHECK(host.force("fixture").name == "Fixture Constabulary");
}

TEST_CASE("a force outlives its host") {
  const PluginFolder folder;
  folder.add("none", "fixture.so");
  sdk::Force force;
  {
    const PluginHost host({folder.path()});
    force = host.force("fixture");
  }
  CHECK(force.feeds.front().header.front().name == "Month");
}

TEST_CASE("a force that is not there is an error that names those that are") {
  const PluginFolder folder;
  folder.add("none", "fixture.so");
  folder.add("error", "other.so");
  const PluginHost host({folder.path()});
  try {
    host.force("fixtura");
    FAIL("no error");
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Command);
    CHECK_THAT(error.sentence(), Catch::Contains("'fixtura'") && Catch::Contains("the forces are fixture.") &&
                                     Catch::Contains("Did you mean 'fixture'?") &&
                                     Catch::StartsWith("Refused among the plugins: other.so"));
  }
}

TEST_CASE("without any plugin the error says so") {
  const PluginFolder folder;
  CHECK_THROWS_WITH(PluginHost({folder.path()}).force("durham"), Catch::Contains("no plugin of any force was loaded"));
}

TEST_CASE("folders below and hidden files are not looked at, and a folder given twice is looked at once") {
  const PluginFolder folder;
  std::filesystem::create_directory(folder.file("below"));
  folder.add("none", "below/fixture.so");
  folder.add("error", ".hidden.so");
  const PluginHost host({folder.path(), folder.path() / "."});
  CHECK(host.loaded().empty());
  CHECK(host.refused().empty());
}

TEST_CASE("a folder that is not there is recorded") {
  const PluginFolder folder;
  const PluginHost host({folder.file("nowhere")});
  REQUIRE(host.refused().size() == 1);
  CHECK(host.refused()[0].file == folder.file("nowhere"));
  CHECK_THAT(host.refused()[0].reason, Catch::Contains("no such folder"));
}
