#include "chart/draw/font_set.hpp"

#include <boardpack/sdk/error.hpp>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <array>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

namespace boardpack::chart {

namespace {

constexpr const char* kFamily = "Liberation Sans";

struct FontFile {
  const char* name;
  Weight weight;
  int fontconfig_weight;
};
constexpr std::array<FontFile, 2> kFiles{FontFile{"LiberationSans-Regular.ttf", Weight::Regular, FC_WEIGHT_REGULAR},
                                         FontFile{"LiberationSans-Bold.ttf", Weight::Bold, FC_WEIGHT_BOLD}};

template <class Handle, void (*kRelease)(Handle*)>
struct Releaser {
  void operator()(Handle* handle) const { kRelease(handle); }
};
void releaseObject(void* object) { g_object_unref(object); }

using Config = std::unique_ptr<FcConfig, Releaser<FcConfig, FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, Releaser<FcPattern, FcPatternDestroy>>;
using Description = std::unique_ptr<PangoFontDescription, Releaser<PangoFontDescription, pango_font_description_free>>;
using Options = std::unique_ptr<cairo_font_options_t, Releaser<cairo_font_options_t, cairo_font_options_destroy>>;
template <class T>
struct ObjectReleaser {
  void operator()(T* object) const { releaseObject(object); }
};
template <class T>
using Object = std::unique_ptr<T, ObjectReleaser<T>>;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& found) {
  throw sdk::Error(sdk::ErrorKind::Outside,
                   "The font file " + file.string() + " " + found +
                       "; charts are drawn with Liberation Sans from that folder alone. Install the program again, or "
                       "copy the file from the package fonts-liberation.");
}

/// pango asks fontconfig for the machine's own configuration when it starts; an empty one in its place spares reading
/// it, and the messages of a machine that has none.
void keepMachineFontsOut() {
  static std::once_flag once;
  std::call_once(once, [] {
    const Config empty(FcConfigCreate());
    FcConfigSetCurrent(empty.get());
  });
}

bool hasFace(FcConfig* config, int weight) {
  const FcFontSet* fonts = FcConfigGetFonts(config, FcSetApplication);
  for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
    FcChar8* family = nullptr;
    int found_weight = -1;
    int slant = -1;
    FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &family);
    FcPatternGetInteger(fonts->fonts[i], FC_WEIGHT, 0, &found_weight);
    FcPatternGetInteger(fonts->fonts[i], FC_SLANT, 0, &slant);
    if (family != nullptr && std::string(reinterpret_cast<const char*>(family)) == kFamily && found_weight == weight &&
        slant == FC_SLANT_ROMAN) {
      return true;
    }
  }
  return false;
}

Config loadFonts(const std::filesystem::path& folder) {
  Config config(FcConfigCreate());
  // FONTCONFIG_SYSROOT would change the paths of the files.
  FcConfigSetSysRoot(config.get(), nullptr);
  for (const FontFile& font : kFiles) {
    const std::filesystem::path file = folder / font.name;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
      refuse(file, "is not there");
    }
    const std::string name = file.string();
    if (FcConfigAppFontAddFile(config.get(), reinterpret_cast<const FcChar8*>(name.c_str())) == FcFalse) {
      refuse(file, "cannot be read as a font");
    }
    if (!hasFace(config.get(), font.fontconfig_weight)) {
      refuse(file, "holds another font than its name says");
    }
  }
  return config;
}

/// Grey antialiasing, no hinting and no rounding of widths: a text is as wide in the SVG as in the PNG.
Options fontOptions() {
  Options options(cairo_font_options_create());
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  return options;
}

}  // namespace

std::vector<std::string> fontFileNames() {
  std::vector<std::string> names;
  for (const FontFile& font : kFiles) {
    names.emplace_back(font.name);
  }
  return names;
}

struct FontSet::State {
  Config config;
  Object<PangoFontMap> map;
  Object<PangoContext> context;
  Object<PangoLayout> layout;
  mutable std::map<std::tuple<std::string, double, Weight>, double> widths;

  void set(const std::string& text, double size, Weight weight) const {
    const Description description(pango_font_description_new());
    pango_font_description_set_family_static(description.get(), kFamily);
    pango_font_description_set_weight(description.get(),
                                      weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(description.get(), size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), description.get());
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  }
};

FontSet::FontSet(const std::filesystem::path& folder) : state_(std::make_unique<State>()) {
  keepMachineFontsOut();
  state_->config = loadFonts(folder);
  state_->map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  if (!state_->map) {
    throw sdk::Error(sdk::ErrorKind::Outside,
                     "The cairo library of this machine cannot draw with font files (it was built without FreeType); "
                     "charts need one that can.");
  }
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(state_->map.get()), state_->config.get());
  state_->context.reset(pango_font_map_create_context(state_->map.get()));
  pango_cairo_context_set_resolution(state_->context.get(), 96);
  pango_cairo_context_set_font_options(state_->context.get(), fontOptions().get());
  pango_context_set_language(state_->context.get(), pango_language_from_string("en-gb"));
  pango_context_set_base_dir(state_->context.get(), PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions(state_->context.get(), FALSE);
  state_->layout.reset(pango_layout_new(state_->context.get()));
  pango_layout_set_auto_dir(state_->layout.get(), FALSE);
  pango_layout_set_single_paragraph_mode(state_->layout.get(), TRUE);
}

FontSet::~FontSet() {
  // A font map that goes with its configuration set keeps the list of fonts for good (pango 1.50).
  if (state_->map) {
    state_->layout.reset();
    state_->context.reset();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(state_->map.get()), nullptr);
  }
}

double FontSet::width(const std::string& text, double size, Weight weight) const {
  const auto key = std::make_tuple(text, size, weight);
  const auto known = state_->widths.find(key);
  if (known != state_->widths.end()) {
    return known->second;
  }
  state_->set(text, size, weight);
  PangoRectangle logical{};
  pango_layout_get_extents(state_->layout.get(), nullptr, &logical);
  const double width = static_cast<double>(logical.width) / PANGO_SCALE;
  state_->widths.emplace(key, width);
  return width;
}

std::vector<char32_t> FontSet::lacking(const std::string& text) const {
  std::set<char32_t> found;
  const FcFontSet* fonts = FcConfigGetFonts(state_->config.get(), FcSetApplication);
  for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar letter = g_utf8_get_char(at);
    // The font has all of ASCII, and what is white needs no letter.
    if (letter < 0x80 || g_unichar_isspace(letter) != 0) {
      continue;
    }
    for (int i = 0; i < fonts->nfont; ++i) {
      FcCharSet* letters = nullptr;
      const bool has = FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &letters) == FcResultMatch &&
                       FcCharSetHasChar(letters, letter) == FcTrue;
      if (!has) {
        found.insert(letter);
      }
    }
  }
  return {found.begin(), found.end()};
}

void FontSet::draw(cairo_t* cairo, const Text& text) const {
  state_->set(text.text, text.size, text.weight);
  cairo_move_to(cairo, text.box.left, text.at.y);
  pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(state_->layout.get(), 0));
}

}  // namespace boardpack::chart
