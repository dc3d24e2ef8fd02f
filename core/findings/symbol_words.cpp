#include "findings/symbol_words.hpp"

namespace boardpack::findings {

std::string symbolWords(series::Symbol symbol) {
  switch (symbol) {
    case series::Symbol::None:
    case series::Symbol::NotAvailable:
      return "not available";
    case series::Symbol::NotApplicable:
      return "not applicable";
    case series::Symbol::Failed:
      return "failed";
  }
  return "not available";
}

}  // namespace boardpack::findings
