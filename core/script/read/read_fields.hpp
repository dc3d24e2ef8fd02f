#pragma once
#include "script/read/table_reader.hpp"

#include <initializer_list>
#include <type_traits>
#include <variant>

namespace boardpack::script {

/// A key whose value goes into a member as it is.
template <typename T>
struct Field {
  const char* key;
  std::variant<std::string T::*, int T::*, bool T::*, std::optional<int> T::*> member;
};

/// Reads plain keys into their members; what is not there, or is wrong, leaves its member as it is.
template <typename T>
void readFields(TableReader& reader, T& object, std::initializer_list<Field<std::type_identity_t<T>>> fields) {
  for (const Field<T>& field : fields) {
    std::visit(
        [&](auto member) {
          using Value = std::remove_cvref_t<decltype(object.*member)>;
          if constexpr (std::is_same_v<Value, std::string>) {
            object.*member = reader.text(field.key).value_or(object.*member);
          } else if constexpr (std::is_same_v<Value, bool>) {
            object.*member = reader.truth(field.key).value_or(object.*member);
          } else if (const std::optional<int> number = reader.wholeNumber(field.key)) {
            object.*member = *number;
          }
        },
        field.member);
  }
}

}  // namespace boardpack::script
