#include "base/secret.hpp"

#include "base/system.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <set>
#include <thread>
#include <vector>

using namespace boardpack;
namespace fs = std::filesystem;

TEST_CASE("a secret is made on first use, for its owner alone, and kept", "[base]") {
  const fs::path folder = base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-secret");
  const fs::path file = folder / "secret";
  const std::string secret = base::keptSecret(file);
  CHECK(secret.size() == 64);
  CHECK(secret.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(base::keptSecret(file) == secret);
  CHECK(base::newSecret() != base::newSecret());
  // A copy that others can read is closed again.
  fs::permissions(file, fs::perms::all);
  CHECK(base::keptSecret(file) == secret);
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  base::writeFileWhole(file, "password\n");
  CHECK_THROWS_WITH(base::keptSecret(file), Catch::Contains("should hold the secret of the workspace"));
  fs::remove_all(folder);
}

TEST_CASE("of several that make a secret at once all get the same", "[base]") {
  const fs::path folder = base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-secret");
  std::vector<std::string> secrets(8);
  std::vector<std::thread> threads;
  for (std::string& secret : secrets) {
    threads.emplace_back([&secret, &folder] { secret = base::keptSecret(folder / "secret"); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  CHECK(std::set<std::string>(secrets.begin(), secrets.end()).size() == 1);
  CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
  fs::remove_all(folder);
}
