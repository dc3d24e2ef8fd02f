#include "writer/writer.hpp"

#include "base/system.hpp"

namespace boardpack::writer {

Scratch::Scratch(const std::filesystem::path& pack) : path_(base::makeTemporaryFolder(pack, ".work")) {}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace boardpack::writer
