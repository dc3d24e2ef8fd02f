#include "base/system.hpp"

#include <dlfcn.h>
#include <duckdb.h>
#include <catch2/catch.hpp>

#include <regex>
#include <set>
#include <string>

// The header comes from a package that ends one version before the library's: what the one declares the other must
// have.

namespace {

std::set<std::string> declaredFunctions() {
  const std::string header = boardpack::base::readFile(BOARDPACK_DUCKDB_HEADER);
  const std::regex declaration(R"(DUCKDB_C_API[^;(]*\b(duckdb_\w+)\s*\()");
  std::set<std::string> names;
  for (std::sregex_iterator found(header.begin(), header.end(), declaration); found != std::sregex_iterator();
       ++found) {
    names.insert((*found)[1]);
  }
  return names;
}

/// Where the loaded library lies.
std::string libraryPath() {
  Dl_info facts{};
  REQUIRE(dladdr(reinterpret_cast<const void*>(&duckdb_library_version), &facts) != 0);
  return facts.dli_fname;
}

}  // namespace

TEST_CASE("the library of the engine has every function that its header declares") {
  const std::set<std::string> declared = declaredFunctions();
  CHECK(declared.size() > 400);
  CHECK(declared.count("duckdb_query") == 1);
  for (const std::string& name : declared) {
    INFO(name);
    CHECK(dlsym(RTLD_DEFAULT, name.c_str()) != nullptr);
  }
  CHECK(dlsym(RTLD_DEFAULT, "duckdb_no_such_function") == nullptr);
}

TEST_CASE("the library of the engine is the one that is pinned") {
  const std::string pinned = boardpack::base::readFile(BOARDPACK_SOURCE_DIR "/cmake/duckdb/package.json");
  std::smatch version;
  REQUIRE(std::regex_search(pinned, version, std::regex(R"re(node-bindings-linux-x64": "([0-9.]+)-r)re")));
  if (libraryPath().find("node_modules") == std::string::npos) {
    WARN("Another DuckDB than the pinned one is used: " << libraryPath());
    return;
  }
  CHECK(std::string(duckdb_library_version()) == "v" + version[1].str());
}

TEST_CASE("the lock file of the engine has a digest for each package and names no host to fetch it from") {
  const std::string lock = boardpack::base::readFile(BOARDPACK_SOURCE_DIR "/cmake/duckdb/package-lock.json");
  const auto count = [&](const std::string& text) {
    std::size_t found = 0;
    for (std::size_t at = lock.find(text); at != std::string::npos; at = lock.find(text, at + 1)) {
      ++found;
    }
    return found;
  };
  CHECK(count("\"integrity\": \"sha512-") == count("\n    \"node_modules/"));
  CHECK(count("\"resolved\"") == 0);
  CHECK(count(".tgz") == 0);
  CHECK(count("registry") == 0);
}
