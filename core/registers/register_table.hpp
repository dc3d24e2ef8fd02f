#pragma once
#include "registers/folder.hpp"
#include "registers/register_form.hpp"

namespace boardpack::registers {

/// The table of the form in the folder, added to `read.files`; without rows when there is none, or after telling what
/// is wrong with it as a whole. Rows that cannot be taken are told and left out.
Table readTable(const Folder& folder, const Form& form, Read& read);
Table readTable(const Source& source, const Form& form, Read& read);

}  // namespace boardpack::registers
