#include "chart/draw/svg_writer.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace boardpack::chart {

namespace {

/// At most two decimals, a point, no exponent.
std::string number(double value) { return base::exactNumber(std::round(value * 100) / 100); }

/// Text for an element or a quoted attribute; what XML cannot hold is left out by base::printable.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char character : base::printable(text, text.size())) {
    switch (character) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += character;
    }
  }
  return out;
}

/// An id of its own for each chart, so that several can stand in one page.
std::string idOf(const Picture& picture) {
  std::string id = "chart-";
  for (const char character : picture.id) {
    const bool plain = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
                       (character >= '0' && character <= '9') || character == '-' || character == '_' ||
                       character == '.';
    id += plain ? character : '-';
  }
  return id;
}

std::string pointsOf(const std::vector<Point>& points) {
  std::string text;
  for (const Point& point : points) {
    text += (text.empty() ? "" : " ") + number(point.x) + "," + number(point.y);
  }
  return text;
}

std::string strokeOf(const Stroke& stroke) {
  std::string text = fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", colourText(stroke.colour), number(stroke.width));
  std::string dashes;
  for (const double length : dashLengths(stroke.dash)) {
    dashes += (dashes.empty() ? "" : " ") + number(length);
  }
  if (!dashes.empty()) {
    text += fmt::format(" stroke-dasharray=\"{}\"", dashes);
  }
  return text;
}

const char* anchorOf(Anchor anchor) {
  switch (anchor) {
    case Anchor::Middle:
      return " text-anchor=\"middle\"";
    case Anchor::End:
      return " text-anchor=\"end\"";
    case Anchor::Start:
      break;
  }
  return "";
}

struct Writer {
  std::string operator()(const Rect& rect) const {
    return fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>)", number(rect.box.left),
                       number(rect.box.top), number(rect.box.width()), number(rect.box.height()),
                       colourText(rect.fill));
  }
  std::string operator()(const Polyline& line) const {
    return fmt::format(R"(<polyline points="{}" fill="none"{} stroke-linejoin="round"/>)", pointsOf(line.points),
                       strokeOf(line.stroke));
  }
  std::string operator()(const Symbol& symbol) const {
    const std::string outline = symbol.outline.width > 0 ? strokeOf(symbol.outline) : "";
    if (symbol.shape == Shape::Circle) {
      return fmt::format(R"(<circle cx="{}" cy="{}" r="{}" fill="{}"{}/>)", number(symbol.centre.x),
                         number(symbol.centre.y), number(symbol.radius), colourText(symbol.fill), outline);
    }
    return fmt::format(R"(<polygon points="{}" fill="{}"{} stroke-linejoin="round"/>)", pointsOf(corners(symbol)),
                       colourText(symbol.fill), outline);
  }
  std::string operator()(const Text& text) const {
    return fmt::format(R"(<text x="{}" y="{}" font-size="{}"{}{} fill="{}">{}</text>)", number(text.at.x),
                       number(text.at.y), number(text.size), anchorOf(text.anchor),
                       text.weight == Weight::Bold ? " font-weight=\"bold\"" : "", colourText(text.colour),
                       escaped(text.text));
  }
};

}  // namespace

std::string svgText(const Picture& picture) {
  const std::string id = idOf(picture);
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" xml:lang=\"en-GB\" "
      "aria-labelledby=\"{}-title\" aria-describedby=\"{}-description\" "
      "font-family=\"'Liberation Sans', Arial, sans-serif\">\n"
      "<title id=\"{}-title\">{}</title>\n<desc id=\"{}-description\">{}</desc>\n",
      number(picture.width), number(picture.height), id, id, id, escaped(picture.title), id,
      escaped(picture.description));
  for (const Mark& mark : picture.marks) {
    svg += std::visit(Writer{}, mark);
    svg += '\n';
  }
  svg += "</svg>\n";
  return svg;
}

}  // namespace boardpack::chart
