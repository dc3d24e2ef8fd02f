#pragma once
#include "findings/finding_kinds.hpp"
#include "series/analysis.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::findings {

enum class Direction { None, Up, Down };
/// What a finding means for the public: follows from its direction and from which way is better, or from a target.
enum class Meaning { None, Improvement, Concern };

/// A line of figures.csv that a finding rests on: its key columns besides force and measure.
struct Evidence {
  std::string breakdown, group;
  std::string period;  ///< "2025-12"
  std::string window;  ///< a windowName()
  std::string statistic;
  std::string reference = {};
};

/// One thing that the figures of a measure say, with the figures that it rests on.
struct Finding {
  FindingKind kind = FindingKind::AsUsual;
  std::string measure;
  std::string breakdown, group;  ///< both "" of the force
  series::Window window = series::Window::Month;
  base::MonthRange period{};  ///< what it is about
  Direction direction = Direction::None;
  std::optional<double> size = {};  ///< of a change, in the measure's unit, without its sign
  Meaning meaning = Meaning::None;
  std::string about = {};  ///< what else it names: an event, a group of forces, the group that drives a change; else ""
  std::vector<Evidence> evidence = {};
  double importance = 0;  ///< size against the usual spread of the months, in standard deviations; 0 where not known
};

/// All that is found of a measure in a pack of `pack_month`: of the force what its words say, of its groups what stands
/// out. In the order of the table of kinds for each window; several verdicts may stand beside each other.
std::vector<Finding> findingsOf(const series::Analysed& measure, base::Month pack_month);

/// Whether a value meets a target; nothing where no way is better.
std::optional<bool> meetsTarget(const series::MeasureInfo& info, double value, double target);

/// "none", "up", "down" and "none", "improvement", "concern", as data/findings.json has them.
const char* directionKey(Direction direction);
const char* meaningKey(Meaning meaning);

}  // namespace boardpack::findings
