#include "chart/write_charts.hpp"

#include "base/stop.hpp"
#include "base/system.hpp"
#include "chart/draw/cairo_backend.hpp"
#include "chart/draw/canvas.hpp"
#include "chart/draw/font_set.hpp"
#include "chart/draw/library_faults.hpp"
#include "chart/draw/png_writer.hpp"
#include "chart/draw/svg_writer.hpp"
#include "chart/picture.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <map>
#include <system_error>
#include <thread>
#include <vector>

namespace boardpack::chart {

namespace {

void writeChart(const paper::Pack& pack, const paper::Chart& chart, const std::filesystem::path& folder,
                const Formats& formats, const FontSet& fonts) {
  const Picture picture = makePicture(pack, chart, fonts);
  if (formats.png) {
    base::writeFile(folder / (chart.id + ".png"), pngBytes(toPalette(drawRaster(picture, fonts))));
  }
  if (formats.svg) {
    base::writeFile(folder / (chart.id + ".svg"), svgText(picture));
  }
}

/// Charts that threads take in turn, and what went wrong with each.
class Queue {
 public:
  explicit Queue(std::vector<const paper::Chart*> charts) : charts_(std::move(charts)), failures_(charts_.size()) {}

  std::size_t size() const { return charts_.size(); }

  template <class Draw>
  void work(const Draw& draw) {
    for (std::size_t i = next_++; i < charts_.size() && i < first_failed_; i = next_++) {
      try {
        base::throwIfStopped();
        draw(*charts_[i]);
      } catch (sdk::Error& error) {
        error.during("drawing the chart '" + charts_[i]->id + "'");
        fail(i, std::make_exception_ptr(error));
      } catch (...) {
        fail(i, std::current_exception());
      }
    }
  }

  /// The first failure in the order of the charts: every chart before one that failed is drawn, so which it is does not
  /// depend on the threads.
  void rethrow() const {
    for (const std::exception_ptr& failure : failures_) {
      if (failure) {
        std::rethrow_exception(failure);
      }
    }
  }

 private:
  void fail(std::size_t index, std::exception_ptr failure) {
    failures_[index] = std::move(failure);
    std::size_t first = first_failed_;
    while (index < first && !first_failed_.compare_exchange_weak(first, index)) {
    }
  }

  std::vector<const paper::Chart*> charts_;
  std::vector<std::exception_ptr> failures_;
  std::atomic<std::size_t> next_{0};
  std::atomic<std::size_t> first_failed_{std::numeric_limits<std::size_t>::max()};
};

}  // namespace

void writeCharts(const paper::Pack& pack, const std::filesystem::path& folder, const Formats& formats,
                 const std::filesystem::path& fonts, int threads) {
  std::vector<const paper::Chart*> drawable;
  for (const paper::Chart& chart : pack.charts) {
    if (chart.drawable) {
      drawable.push_back(&chart);
    }
  }
  if (drawable.empty()) {
    return;
  }
  takeLibraryFaults();
  Queue queue(std::move(drawable));
  // Made before any thread: a missing font is one clear error, whatever the number of threads.
  const FontSet first_fonts(fonts);
  const auto drawWith = [&](const FontSet& own_fonts) {
    queue.work([&](const paper::Chart& chart) { writeChart(pack, chart, folder, formats, own_fonts); });
  };

  const std::size_t most = std::min(queue.size(), static_cast<std::size_t>(std::max(1, threads)));
  std::vector<std::exception_ptr> font_failures(most);
  {
    std::vector<std::jthread> others;
    const auto helpOut = [&](std::size_t i) {
      try {
        drawWith(FontSet(fonts));
      } catch (...) {
        font_failures[i] = std::current_exception();
      }
    };
    for (std::size_t i = 1; i < most; ++i) {
      try {
        others.emplace_back(helpOut, i);
      } catch (const std::system_error&) {
        break;  // the machine gives no more threads: those there are draw the rest
      }
    }
    drawWith(first_fonts);
  }
  queue.rethrow();
  for (const std::exception_ptr& failure : font_failures) {
    if (failure) {
      std::rethrow_exception(failure);
    }
  }
}

std::vector<std::pair<std::string, std::string>> libraryVersions() { return drawingLibraries(); }

std::pair<std::size_t, std::size_t> pictureSize() {
  return {static_cast<std::size_t>(kWidth), static_cast<std::size_t>(kHeight)};
}

std::vector<LettersLacking> lettersLacking(const paper::Pack& pack, const std::filesystem::path& fonts) {
  std::map<std::string, std::string> texts;
  for (const paper::Chart& chart : pack.charts) {
    std::string& all = texts[chart.measure];
    for (const std::string* text : {&chart.title, &chart.subtitle, &chart.source, &chart.alternative, &chart.reason}) {
      all += *text;
    }
    for (const std::string& group : chart.groups) {
      all += group;
    }
  }
  const FontSet font(fonts);
  std::vector<LettersLacking> found;
  for (const series::Analysed& measure : pack.measures) {
    const series::Series& series = measure.series;
    const auto of_charts = texts.find(series.info.name);
    if (of_charts == texts.end()) {
      continue;
    }
    std::string all = of_charts->second + series.info.title + series.info.unit;
    for (const series::Event& event : series.events) {
      all += event.title;
    }
    LettersLacking lacking{series.info.name, {}};
    for (const char32_t letter : font.lacking(all)) {
      lacking.letters.push_back(fmt::format("U+{:04X}", static_cast<std::uint32_t>(letter)));
    }
    if (!lacking.letters.empty()) {
      found.push_back(std::move(lacking));
    }
  }
  return found;
}

std::string describeMarks(const paper::Pack& pack, const paper::Chart& chart, const std::filesystem::path& fonts) {
  return describe(makePicture(pack, chart, FontSet(fonts)));
}

}  // namespace boardpack::chart
