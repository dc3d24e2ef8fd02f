#pragma once
#include "source_file.hpp"

#include <string>
#include <vector>

namespace architecture {

struct Include {
  bool angled = false;
  std::string name;
  int line = 0;  ///< from 1
};

/// The includes of a file, in their order.
std::vector<Include> includesOf(const SourceFile& file);

/// The unit that a file is part of, a .cpp with its .hpp: "series/figure", "sdk/tables" for the installed header too.
/// "" for what is no code of core or output.
std::string unitOf(const std::string& path);
/// The unit that an include names.
std::string unitOf(const Include& include);

}  // namespace architecture
