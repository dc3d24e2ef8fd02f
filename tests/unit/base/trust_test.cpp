#include "base/trust.hpp"
#include "base/system.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>

#include <filesystem>

using namespace boardpack::base;
namespace fs = std::filesystem;
using Why = Untrusted::Why;

namespace {

constexpr uid_t kNobody = 65534;

/// outer/inner/file in a folder that is gone when the test ends.
struct Tree {
  fs::path outer = makeTemporaryFolder(fs::temp_directory_path(), "boardpack-test");
  fs::path inner = outer / "inner";
  fs::path file = inner / "file";
  Tree() {
    makeFolder(inner);
    writeFileWhole(file, "1");
  }
  ~Tree() { fs::remove_all(outer); }
};

void allow(const fs::path& path, fs::perms right) { fs::permissions(path, right, fs::perm_options::add); }
void forbid(const fs::path& path, fs::perms right) { fs::permissions(path, right, fs::perm_options::remove); }

}  // namespace

TEST_CASE("a file of one's own in folders of one's own is trusted, below /tmp too", "[trust]") {
  const Tree tree;
  CHECK_FALSE(untrusted(tree.file));
  CHECK_FALSE(untrusted(tree.inner));
  CHECK_FALSE(untrusted("/usr/bin"));
  // Who is in the group of a file was put there.
  allow(tree.inner, fs::perms::group_write);
  CHECK_FALSE(untrusted(tree.file));
}

TEST_CASE("a file or any folder above it that anyone may write to is found", "[trust]") {
  const Tree tree;
  for (const fs::path& open : {tree.file, tree.inner, tree.outer}) {
    allow(open, fs::perms::others_write);
    const auto found = untrusted(tree.file);
    REQUIRE(found);
    CHECK(found->path == open);
    CHECK(found->why == Why::AnyoneMayWrite);
    forbid(open, fs::perms::others_write);
  }
}

TEST_CASE("a folder where each may touch only what is theirs is safe above a file and not to hold plugins", "[trust]") {
  const Tree tree;
  allow(tree.inner, fs::perms::others_write | fs::perms::sticky_bit);
  CHECK_FALSE(untrusted(tree.file));
  CHECK(untrusted(tree.inner));
  CHECK(untrusted(tree.inner / "."));
}

TEST_CASE("links are followed, and where they lie counts too", "[trust]") {
  const Tree real;
  const Tree other;
  fs::create_symlink(real.file, other.inner / "absolute");
  fs::create_symlink("../inner/absolute", other.inner / "relative");
  CHECK_FALSE(untrusted(other.inner / "relative"));
  allow(real.outer, fs::perms::others_write);
  CHECK(untrusted(other.inner / "relative")->path == real.outer);
  forbid(real.outer, fs::perms::others_write);
  allow(other.outer, fs::perms::others_write);
  CHECK(untrusted(other.inner / "absolute")->path == other.outer);
}

TEST_CASE("a link in a circle and what is not there end", "[trust]") {
  const Tree tree;
  fs::create_symlink("b", tree.inner / "a");
  fs::create_symlink("a", tree.inner / "b");
  CHECK_FALSE(untrusted(tree.inner / "a"));
  CHECK_FALSE(untrusted(tree.inner / "nowhere" / "file"));
}

TEST_CASE("what belongs to another user is found, file, folder or link", "[trust]") {
  if (::geteuid() != 0) {
    WARN("skipped: only root can give files away");
    return;
  }
  const Tree tree;
  for (const fs::path& path : {tree.file, tree.inner, tree.outer}) {
    REQUIRE(::chown(path.c_str(), kNobody, kNobody) == 0);
    const auto found = untrusted(tree.file);
    REQUIRE(found);
    CHECK(found->path == path);
    CHECK(found->why == Why::OtherOwner);
    REQUIRE(::chown(path.c_str(), 0, 0) == 0);
  }
  fs::create_symlink(tree.file, tree.inner / "link");
  REQUIRE(::lchown((tree.inner / "link").c_str(), kNobody, kNobody) == 0);
  CHECK(untrusted(tree.inner / "link")->path == tree.inner / "link");
}
