#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::ooxml {

/// What a format of xlsx ("#,##0.0;[Red]-#,##0.0") makes of a number, as far as it changes what a reader takes from it.
struct ShownNumber {
  enum class As {
    Number,
    PerCent,         ///< times a hundred, with "%"
    WrittenPerCent,  ///< as it stands, with a "%" that is only text: 90 is shown as 90%
    Date,
    Time,
    Unlike  ///< something else than the number: `how` says it
  };
  As as = As::Number;
  std::string how = {};
  bool has_seconds = false;  ///< of a time: they are shown
  bool has_all = false;      ///< of a time: nothing larger than what is shown is left out, as by "[h]:mm:ss"
};

/// A number format, read by ECMA-376 part 1, 18.8.30 and 18.8.31.
class NumberFormat {
 public:
  explicit NumberFormat(std::string_view code);
  /// One of those that have a number and no code in the file. Numbers that mean nothing everywhere are General.
  static NumberFormat builtIn(int id);

  ShownNumber shown(double value) const;
  /// Whether the format shows nothing of a text, or something else.
  bool changesTexts() const { return changes_texts_; }

 private:
  struct Section {
    std::string literals;
    bool has_condition = false;
    std::string comparison;
    double bound = 0;
    bool has_nought = false;  ///< a "0", which is always shown
    bool has_digits = false;  ///< any place of a digit, or General
    bool has_text = false;    ///< "@"
    bool has_fraction = false;
    int per_cents = 0;
    bool is_scaled = false;  ///< shown in thousands or more
    bool has_day = false;    ///< of a date, year and month too
    bool has_hours = false, has_minutes = false, has_seconds = false, is_elapsed = false;
    bool holds(double value) const;
    bool isTime() const { return has_hours || has_minutes || has_seconds; }
  };
  static Section sectionOf(std::string_view code);
  const Section* sectionFor(double value) const;
  static ShownNumber numberBy(const Section& section, double value);

  std::vector<Section> sections_;
  bool changes_texts_ = false;
};

/// Words beside a number that say by how much it is to be multiplied: "k", "£m", "thousand". In small letters.
bool isScaleWord(std::string words);

}  // namespace boardpack::ooxml
