#pragma once
#include "series/measure_info.hpp"

#include <array>
#include <optional>
#include <string>

namespace boardpack::series {

/// What a window is called: one row a window, in the order of the enumeration.
struct WindowNames {
  Window window;
  const char* name;     ///< in files, on the command line and in templates: "financial_year"
  const char* word;     ///< in scripts: "financial year"
  const char* or_word;  ///< the short word that scripts may write in its place, or ""
  const char* written;  ///< as scripts write it where the word alone says too little: "since 2018-10"; else ""
};

inline constexpr std::array<WindowNames, kAllWindows.size()> kWindowNames{{
    {Window::Month, "month", "month", "", ""},
    {Window::Mrt, "mrt", "12 months", "mrt", ""},
    {Window::Ytd, "ytd", "financial year to date", "ytd", ""},
    {Window::Quarter, "quarter", "quarter", "", ""},
    {Window::FinancialYear, "financial_year", "financial year", "", ""},
    {Window::CalendarYear, "calendar_year", "calendar year", "", ""},
    {Window::Since, "since", "since", "", "since 2018-10"},
    {Window::Between, "between", "between", "", "2018-01 to 2018-06"},
    {Window::Wave, "wave", "wave", "", ""},
}};

/// Windows of a measure that names none.
inline constexpr std::array kUsualWindows{Window::Month, Window::Mrt, Window::Ytd};

/// The row of a window.
const WindowNames& namesOf(Window window);
/// The window that a script calls `word`.
std::optional<Window> windowCalled(const std::string& word);
/// "\"month\", \"12 months\" (or \"mrt\"), …": for messages.
std::string windowWords();

}  // namespace boardpack::series
