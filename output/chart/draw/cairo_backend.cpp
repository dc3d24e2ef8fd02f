#include "chart/draw/cairo_backend.hpp"

#include <boardpack/sdk/error.hpp>

#include <cairo.h>
#include <pango/pango.h>

#include <cstdint>
#include <memory>

namespace boardpack::chart {

namespace {

struct SurfaceReleaser {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextReleaser {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

void setColour(cairo_t* cairo, Colour colour) {
  cairo_set_source_rgb(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

void setStroke(cairo_t* cairo, const Stroke& stroke) {
  setColour(cairo, stroke.colour);
  cairo_set_line_width(cairo, stroke.width);
  const std::vector<double> lengths = dashLengths(stroke.dash);
  cairo_set_dash(cairo, lengths.data(), static_cast<int>(lengths.size()), 0);
}

struct Drawer {
  cairo_t* cairo;
  const FontSet& fonts;

  void operator()(const Rect& rect) const {
    setColour(cairo, rect.fill);
    cairo_rectangle(cairo, rect.box.left, rect.box.top, rect.box.width(), rect.box.height());
    cairo_fill(cairo);
  }

  void operator()(const Polyline& line) const {
    setStroke(cairo, line.stroke);
    for (const Point& point : line.points) {
      cairo_line_to(cairo, point.x, point.y);
    }
    cairo_stroke(cairo);
  }

  void operator()(const Symbol& symbol) const {
    if (symbol.shape == Shape::Circle) {
      cairo_new_sub_path(cairo);
      cairo_arc(cairo, symbol.centre.x, symbol.centre.y, symbol.radius, 0, 6.283185307179586);
    } else {
      for (const Point& corner : corners(symbol)) {
        cairo_line_to(cairo, corner.x, corner.y);
      }
    }
    cairo_close_path(cairo);
    setColour(cairo, symbol.fill);
    cairo_fill_preserve(cairo);
    if (symbol.outline.width > 0) {
      setStroke(cairo, symbol.outline);
      cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
  }

  void operator()(const Text& text) const {
    setColour(cairo, text.colour);
    fonts.draw(cairo, text);
    cairo_new_path(cairo);
  }
};

}  // namespace

Raster drawRaster(const Picture& picture, const FontSet& fonts) {
  const int width = static_cast<int>(picture.width);
  const int height = static_cast<int>(picture.height);
  Raster raster;
  raster.width = static_cast<std::size_t>(width);
  raster.height = static_cast<std::size_t>(height);
  raster.pixels.resize(raster.width * raster.height);
  // Cairo draws into the raster itself; its rows of 32-bit pixels have no padding.
  const std::unique_ptr<cairo_surface_t, SurfaceReleaser> surface(
      cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(raster.pixels.data()), CAIRO_FORMAT_RGB24,
                                          width, height, width * static_cast<int>(sizeof(std::uint32_t))));
  const std::unique_ptr<cairo_t, ContextReleaser> cairo(cairo_create(surface.get()));
  cairo_set_antialias(cairo.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_set_line_join(cairo.get(), CAIRO_LINE_JOIN_ROUND);
  for (const Mark& mark : picture.marks) {
    std::visit(Drawer{cairo.get(), fonts}, mark);
  }
  cairo_surface_flush(surface.get());
  if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS ||
      cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    throw sdk::Error(sdk::ErrorKind::Outside, "The chart '" + picture.id +
                                                  "' could not be drawn as a picture; the machine may be out of "
                                                  "memory. Run again with fewer --jobs.");
  }
  // Cairo leaves the highest byte of a pixel undefined.
  for (std::uint32_t& pixel : raster.pixels) {
    pixel &= 0x00FFFFFFU;
  }
  return raster;
}

std::vector<std::pair<std::string, std::string>> drawingLibraries() {
  return {{"cairo", cairo_version_string()}, {"pango", pango_version_string()}};
}

}  // namespace boardpack::chart
