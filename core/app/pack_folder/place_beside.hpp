#pragma once
#include <functional>
#include <string>

namespace boardpack::app {

/// "papers/a.docx" with the word "new" is "papers/a.new.docx", and the second time "papers/a.new-2.docx".
std::string withWord(const std::string& name, const std::string& word, int times);

/// The first of a name, that name with the word, with the word and 2 and so on that may be used.
std::string firstFree(const std::string& name, const std::string& word,
                      const std::function<bool(const std::string&)>& may_be_used);

/// The same of a path in a folder: a part of it that stands there as something else than a folder gets the word too.
std::string placeBeside(const std::string& path, const std::string& word,
                        const std::function<bool(const std::string&)>& may_be_folder,
                        const std::function<bool(const std::string&)>& may_be_file);

}  // namespace boardpack::app
