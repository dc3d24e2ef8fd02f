#pragma once
#include "app/writers.hpp"
#include "base/month.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace boardpack::app {

/// What the command line says, read but not yet looked at.
struct DataOption {
  std::filesystem::path folder;
  std::optional<sdk::Date> extracted_on;
};

struct Options {
  enum class Command { Run, Check, Explain, Show, List } command = Command::Run;

  std::string force;
  std::optional<base::Month> month;
  std::optional<sdk::Date> board_date;
  std::vector<std::string> pillars;
  std::vector<DataOption> data;
  std::filesystem::path out = "packs";
  std::filesystem::path workspace;  ///< "" for none
  std::filesystem::path warehouse;  ///< "" for a temporary one
  std::filesystem::path published;  ///< the pack last published, or its figures.csv; "" for the workspace's
  int jobs = 0;                     ///< 0: as many as the machine has processors
  std::set<std::string> formats = everyFormat();
  int deadline = 60;  ///< seconds that one question to the warehouse may take
  bool quiet = false;
  bool verbose = false;  ///< lists what is one line with a number otherwise

  std::string measure;  ///< of explain
  std::string window = "month";
  std::string group;  ///< "district=Hartlepool"; "" is the force
  int rows = 20;
  bool plan = false;  ///< the tables it is worked out from, instead of figures and rows

  std::vector<std::string> stages;    ///< of show: "series", "findings", "paper", "marks"
  std::vector<std::string> measures;  ///< of show: names; none for all of the pack

  std::string what;             ///< of list
  std::filesystem::path packs;  ///< of list packs
};

}  // namespace boardpack::app
