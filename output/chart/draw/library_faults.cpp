#include "chart/draw/library_faults.hpp"

#include "base/stop.hpp"

#include <glib.h>

#include <mutex>

namespace boardpack::chart {
namespace {

constexpr int kOutside = 3;

void endWhenFatal(GLogLevelFlags level) {
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_FLAG_FATAL)) != 0) {
    base::endAtOnce(kOutside,
                    "The machine gave no more memory or threads for drawing the charts. End other programs, raise the "
                    "limits (see `ulimit -a`) or run with --jobs 1. The earlier pack is as it was.");
  }
}

GLogWriterOutput onWrite(GLogLevelFlags level, const GLogField*, gsize, gpointer) {
  endWhenFatal(level);
  return G_LOG_WRITER_HANDLED;
}

void onLog(const gchar*, GLogLevelFlags level, const gchar*, gpointer) { endWhenFatal(level); }

}  // namespace

void takeLibraryFaults() {
  static std::once_flag once;  // GLib takes a writer only once
  std::call_once(once, [] {
    g_log_set_writer_func(onWrite, nullptr, nullptr);
    g_log_set_default_handler(onLog, nullptr);
  });
}

}  // namespace boardpack::chart
