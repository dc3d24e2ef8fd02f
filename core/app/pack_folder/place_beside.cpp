#include "app/pack_folder/place_beside.hpp"

namespace boardpack::app {

std::string withWord(const std::string& name, const std::string& word, int times) {
  const std::size_t slash = name.rfind('/');
  const std::size_t file = slash == std::string::npos ? 0 : slash + 1;
  const std::size_t dot = name.rfind('.');
  const std::size_t end = dot == std::string::npos || dot <= file ? name.size() : dot;
  const std::string number = times == 1 ? "" : "-" + std::to_string(times);
  return name.substr(0, end) + "." + word + number + name.substr(end);
}

std::string firstFree(const std::string& name, const std::string& word,
                      const std::function<bool(const std::string&)>& may_be_used) {
  std::string candidate = name;
  for (int times = 1; !may_be_used(candidate); ++times) {
    candidate = withWord(name, word, times);
  }
  return candidate;
}

std::string placeBeside(const std::string& path, const std::string& word,
                        const std::function<bool(const std::string&)>& may_be_folder,
                        const std::function<bool(const std::string&)>& may_be_file) {
  std::string place;
  std::size_t begin = 0;
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', begin)) {
    place = firstFree(place + path.substr(begin, slash - begin), word, may_be_folder) + "/";
    begin = slash + 1;
  }
  return firstFree(place + path.substr(begin), word, may_be_file);
}

}  // namespace boardpack::app
