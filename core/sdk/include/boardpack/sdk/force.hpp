#pragma once
#include <boardpack/sdk/date.hpp>
#include <boardpack/sdk/export.hpp>
#include <boardpack/sdk/feed.hpp>
#include <boardpack/sdk/tables.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::sdk {

/// A level of the area tree, top first. Scripts name it by `id` (`by = { "district" }`).
struct AreaLevel {
  std::string id;      ///< "district" is the id of the lowest level in every force
  std::string label;   ///< "Borough", as a column heading
  std::string plural;  ///< "Boroughs"
};

struct Area {
  std::string name;
  std::string level;   ///< id of an AreaLevel
  std::string parent;  ///< name of the area above; "" at the top
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
};

/// The name of what took the place of some of the force's areas, by which data may come to place rows. Its rows are the
/// force's, in none of the areas that it has: they count as kAreaNotKnown and are told, until the workspace or the
/// plugin has an area of that name.
struct SuccessorArea {
  std::string name;             ///< "Cumberland"
  std::vector<std::string> of;  ///< names of areas
  Date from;
};

/// A division of the force's Police and Crime Plan: a pillar, an objective or a priority, as printed.
struct Pillar {
  std::string id;                     ///< "communities": file names, `--pillar`, `serves`
  std::string reference;              ///< "1", as printed; may be ""
  std::string title;                  ///< as printed
  std::vector<std::string> outcomes;  ///< as printed
};

struct Colours {
  std::string main = "#12436D";  ///< of the force, on covers and headings; 4.5:1 against white or more
};

/// All that a plugin tells of its force. Values only: nothing of the plugin is called again once it was read.
struct Force {
  std::string code;          ///< "cleveland": file names, the command line
  std::string name;          ///< "Cleveland Police"
  std::string short_name;    ///< "Cleveland"
  std::string body;          ///< whom the paper is for: "Business Coordination Board"
  std::string chief;         ///< "Chief Constable": whom it is from
  std::string commissioner;  ///< "Police and Crime Commissioner for Cleveland"
  std::string plan_title;    ///< as printed
  std::string pillar_label;  ///< "Pillar", "Objective" or "Priority"
  std::string pillar_plural;
  Colours colours;
  std::vector<AreaLevel> area_levels;
  std::vector<Area> areas;
  std::string area_note;  ///< what a reader must know of the areas; may be ""
  std::vector<Pillar> pillars;
  std::vector<Feed> feeds;
  std::vector<Table> tables;  ///< of the force's own, besides the canonical ones
  std::vector<SuccessorArea> successors = {};
};

/// What a plugin implements. The host makes one, reads the force once, and keeps plugin and library until it ends.
class BOARDPACK_SDK_EXPORT ForcePlugin {
 public:
  virtual ~ForcePlugin();
  virtual Force force() const = 0;
};

}  // namespace boardpack::sdk
