#include "ooxml/archive.hpp"

#include "base/system.hpp"

#include <zip.h>
#include <boardpack/sdk/error.hpp>

#include <array>
#include <memory>
#include <vector>

namespace boardpack::ooxml {
namespace {

constexpr std::uint16_t kDosDate = (0U << 9U) | (1U << 5U) | 1U;  // 1980-01-01, the first day a zip archive can tell
constexpr const char* kContentTypes = "[Content_Types].xml";

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;
using OpenFile = std::unique_ptr<zip_file_t, CloseFile>;

[[noreturn]] void refuse(const std::string& shown_as, const std::string& what) {
  throw sdk::Error(sdk::ErrorKind::Data, shown_as + " " + what);
}

[[noreturn]] void cannotWrite(const std::string& shown_as, const std::string& what) {
  throw sdk::Error(sdk::ErrorKind::Outside,
                   "The archive " + shown_as + " could not be made: " + what + ". Is the memory of the machine full?");
}

std::string inflate(zip_t* archive, zip_uint64_t index, const std::string& part, const std::string& shown_as,
                    std::uint64_t& bytes_left) {
  const OpenFile file(zip_fopen_index(archive, index, 0));
  if (!file) {
    refuse(shown_as, "has a part, " + part +
                         ", that cannot be opened: it is encrypted, or compressed in a way that "
                         "office programs do not use. Save the file again without a password.");
  }
  std::string text;
  std::array<char, 65536> block{};
  zip_int64_t got = 0;
  while ((got = zip_fread(file.get(), block.data(), block.size())) > 0) {
    if (static_cast<std::uint64_t>(got) > bytes_left) {
      refuse(shown_as,
             "inflates to more than an office file may hold, so it was not read further. Is it the file that "
             "was meant?");
    }
    bytes_left -= static_cast<std::uint64_t>(got);
    text.append(block.data(), static_cast<std::size_t>(got));
  }
  if (got < 0) {
    refuse(shown_as, "is damaged: the part " + part +
                         " is cut short or its checksum is wrong. Fetch or make the file "
                         "again.");
  }
  return text;
}

bool isCompressedAlready(std::string_view part) {
  return part.ends_with(".png") || part.ends_with(".jpeg") || part.ends_with(".jpg");
}

void addPart(zip_t* archive, const std::string& name, const std::string& text, const std::string& shown_as) {
  Source source(zip_source_buffer(archive, text.data(), text.size(), 0));
  if (!source) {
    cannotWrite(shown_as, "the part " + name + " has no room");
  }
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    cannotWrite(shown_as, "the part " + name + " was refused");
  }
  static_cast<void>(source.release());  // the archive owns it now
  const auto at = static_cast<zip_uint64_t>(index);
  const zip_int32_t method = isCompressedAlready(name) ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  const bool settled = zip_set_file_compression(archive, at, method, method == ZIP_CM_DEFLATE ? 6 : 0) == 0 &&
                       zip_file_set_dostime(archive, at, 0, kDosDate, 0) == 0 &&
                       zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) == 0;
  if (!settled) {
    cannotWrite(shown_as, "the part " + name + " could not be given its date");
  }
}

std::string bytesOf(zip_source_t* source, const std::string& shown_as) {
  if (zip_source_open(source) != 0 || zip_source_seek(source, 0, SEEK_END) != 0) {
    cannotWrite(shown_as, "it cannot be read back");
  }
  const zip_int64_t size = zip_source_tell(source);
  std::string bytes(static_cast<std::size_t>(size < 0 ? 0 : size), '\0');
  const bool whole = size >= 0 && zip_source_seek(source, 0, SEEK_SET) == 0 &&
                     zip_source_read(source, bytes.data(), bytes.size()) == size;
  zip_source_close(source);
  if (!whole) {
    cannotWrite(shown_as, "it cannot be read back whole");
  }
  return bytes;
}

}  // namespace

Parts partsOf(std::string_view archive_bytes, const std::string& shown_as, const ReadLimits& limits) {
  const char* const kNotZip =
      "is not a whole zip archive, which xlsx, docx and pptx files are: it is empty, cut short or of "
      "another kind. Fetch or make the file again.";
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(archive_bytes.data(), archive_bytes.size(), 0, &error));
  const Archive archive(source && !archive_bytes.empty() ? zip_open_from_source(source.get(), ZIP_RDONLY, &error)
                                                         : nullptr);
  zip_error_fini(&error);
  if (!archive) {
    refuse(shown_as, kNotZip);
  }
  static_cast<void>(source.release());  // the archive owns it now
  const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
  if (entries < 0 || static_cast<std::uint64_t>(entries) > limits.parts) {
    refuse(shown_as, "has more parts than an office file may hold. Is it the file that was meant?");
  }
  Parts parts;
  std::uint64_t bytes_left = limits.bytes;
  for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(entries); ++index) {
    const char* name = zip_get_name(archive.get(), index, ZIP_FL_ENC_GUESS);
    if (name == nullptr) {
      refuse(shown_as, kNotZip);
    }
    const std::string part = name;
    if (part.ends_with('/')) {
      continue;  // some programs list folders too; they hold nothing
    }
    if (!parts.emplace(part, inflate(archive.get(), index, part, shown_as, bytes_left)).second) {
      refuse(shown_as, "has the part " + part + " twice, so what it says depends on who reads it. Save it again.");
    }
  }
  return parts;
}

std::string archiveOf(const Parts& parts, const std::string& shown_as) {
  zip_error_t error;
  zip_error_init(&error);
  const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
  Archive archive(source ? zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr);
  zip_error_fini(&error);
  if (!archive) {
    cannotWrite(shown_as, "there is no room for it");
  }
  zip_source_keep(source.get());  // one reference for the archive, one to read the bytes from
  // Word and Excel ask that the list of content types comes first; the map has it after "A" to "Z" otherwise.
  if (const auto first = parts.find(kContentTypes); first != parts.end()) {
    addPart(archive.get(), first->first, first->second, shown_as);
  }
  for (const auto& [name, text] : parts) {
    if (name != kContentTypes) {
      addPart(archive.get(), name, text, shown_as);
    }
  }
  if (zip_close(archive.get()) != 0) {
    cannotWrite(shown_as, "its parts could not be put together");
  }
  static_cast<void>(archive.release());  // closed
  return bytesOf(source.get(), shown_as);
}

Parts readParts(const std::filesystem::path& file, const ReadLimits& limits) {
  return partsOf(base::readFile(file), file.filename().string(), limits);
}

void writeParts(const std::filesystem::path& file, const Parts& parts) {
  base::writeFileWhole(file, archiveOf(parts, file.filename().string()));
}

void rewriteParts(const std::filesystem::path& file, const std::function<void(Parts&)>& change) {
  Parts parts = readParts(file);
  change(parts);
  writeParts(file, parts);
}

}  // namespace boardpack::ooxml
