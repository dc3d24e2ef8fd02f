#include "script/read/read_figure.hpp"

namespace boardpack::script {
namespace {

using series::Window;

}  // namespace

void readFigure(KindReading& reading) {
  const std::optional<bool> figure = reading.reader.truth("figure");
  if (figure && !*figure) {
    reading.reader.problem("figure", "found false, expected true: figure = true takes what people enter.");
  }
}

void settleEnteredWindows(MeasureDraft& draft) {
  series::MeasureInfo& info = draft.definition.info;
  const bool is_entered = info.nature.is_from_entries;
  const bool is_last =
      draft.definition.snapshot && draft.definition.snapshot->over == measure::MeasureDefinition::Snapshot::Over::Last;
  if (!draft.has_windows && (is_entered || is_last)) {
    info.windows = {Window::Month};
  } else if (is_entered && info.windows.size() > 1) {
    draft.declaration.problem("windows",
                              "what people enter is over one window: each of these would need a measure of "
                              "its own.");
  }
}

}  // namespace boardpack::script
