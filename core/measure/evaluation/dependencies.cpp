#include "measure/evaluation/dependencies.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

/// All other measures that a definition names.
std::vector<std::string> namedBy(const MeasureDefinition& definition) {
  if (definition.kind == MeasureKind::Derive) {
    return definition.reads;
  }
  if (definition.of_states) {
    return {definition.of_states->measure};
  }
  std::vector<std::string> names;
  if (definition.kind == MeasureKind::Ratio) {
    for (const MeasureDefinition::Part* part : {&definition.top, &definition.bottom}) {
      if (!part->rows) {
        names.push_back(part->measure);
      }
    }
  }
  return names;
}

class Walk {
 public:
  explicit Walk(const MeasureSet& measures) : measures_(measures) {}

  void visit(const MeasureDefinition& definition) {
    const std::string& name = definition.info.name;
    const auto on_path = std::find(path_.begin(), path_.end(), name);
    if (on_path != path_.end()) {
      failRing({on_path, path_.end()});
      return;
    }
    if (std::find(order_.measures.begin(), order_.measures.end(), &definition) != order_.measures.end()) {
      return;
    }
    path_.push_back(name);
    for (const std::string& read : namedBy(definition)) {
      if (const MeasureDefinition* found = measures_.find(read)) {
        visit(*found);
      } else {
        order_.failures.emplace(name, "'" + name + "' reads '" + read + "', and there is no measure of that name." +
                                          base::didYouMean(read, names()));
      }
    }
    path_.pop_back();
    const bool is_done =
        std::find(order_.measures.begin(), order_.measures.end(), &definition) != order_.measures.end();
    if (!is_done) {
      order_.measures.push_back(&definition);
    }
  }

  Order order() { return std::move(order_); }

 private:
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const MeasureDefinition& measure : measures_.measures) {
      found.push_back(measure.info.name);
    }
    return found;
  }

  void failRing(const std::vector<std::string>& ring) {
    std::string text = "'" + ring.front() + "'";
    for (std::size_t i = 1; i < ring.size(); ++i) {
      text += " reads '" + ring[i] + "', which";
    }
    text += " reads '" + ring.front() + "': a measure cannot be made from itself. Write one of them from rows.";
    for (const std::string& name : ring) {
      order_.failures.emplace(name, text);
    }
  }

  const MeasureSet& measures_;
  std::vector<std::string> path_;
  Order order_;
};

}  // namespace

Order orderOf(const std::vector<const MeasureDefinition*>& first, const MeasureSet& measures) {
  Walk walk(measures);
  for (const MeasureDefinition* definition : first) {
    walk.visit(*definition);
  }
  return walk.order();
}

base::Month firstRead(const std::vector<const MeasureDefinition*>& order, base::Month first_shown) {
  std::map<std::string, int> months_before;
  base::Month first = first_shown;
  for (auto definition = order.rbegin(); definition != order.rend(); ++definition) {
    if (!(*definition)->formula) {
      continue;
    }
    const Reach reach = reachOf(*(*definition)->formula);
    const int own = months_before[(*definition)->info.name];
    for (const std::string& read : (*definition)->reads) {
      int& before = months_before[read];
      before = std::max(before, own + reach.months);
      first = std::min(first, first_shown - before);
    }
    first = reach.earliest ? std::min(first, *reach.earliest) : first;
  }
  return first;
}

std::vector<std::vector<const MeasureDefinition*>> stagesOf(const std::vector<const MeasureDefinition*>& order) {
  std::vector<std::vector<const MeasureDefinition*>> stages;
  std::map<std::string, std::size_t> stage_of;
  for (const MeasureDefinition* definition : order) {
    std::size_t stage = 0;
    for (const std::string& read : namedBy(*definition)) {
      const auto found = stage_of.find(read);
      stage = found == stage_of.end() ? stage : std::max(stage, found->second + 1);
    }
    stage_of.emplace(definition->info.name, stage);
    stages.resize(std::max(stages.size(), stage + 1));
    stages[stage].push_back(definition);
  }
  return stages;
}

std::set<std::string> readByOthers(const std::vector<const MeasureDefinition*>& order) {
  std::set<std::string> read;
  for (const MeasureDefinition* definition : order) {
    const std::vector<std::string> names = namedBy(*definition);
    read.insert(names.begin(), names.end());
  }
  return read;
}

}  // namespace boardpack::measure
