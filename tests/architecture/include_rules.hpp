#pragma once
#include "source_file.hpp"

#include <string>
#include <vector>

namespace architecture {

/// The folder a file belongs to, as the table of the design names it: "feed", "measure/definition", "chart", "plugins".
/// "" for what no rule is about.
std::string folderOf(const std::string& path);

/// Every include that the design does not allow: "core/feed/x.cpp:3 includes …".
std::vector<std::string> includeFaults(const std::vector<SourceFile>& files);

/// Rows of the design's table that guard nothing: of folders that do not exist, of libraries that their folder does not
/// use.
std::vector<std::string> unusedRowFaults(const std::vector<SourceFile>& files);

}  // namespace architecture
