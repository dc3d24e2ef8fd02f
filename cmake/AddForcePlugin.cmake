# add_force_plugin: the one call that makes a force plugin, in boardpack's own tree and outside of it.
#
#   find_package(boardpack 0.1 REQUIRED)
#   add_force_plugin(durham SOURCES durham.cpp)
#
# NAME is the force's code in lower case: letters, digits and dashes ("durham", "west-mercia"). SOURCES are the files
# of the plugin; one of them says BOARDPACK_FORCE_PLUGIN(Class), which <boardpack/sdk/plugin.hpp> explains.
#
# It makes the target boardpack_force_NAME and
#   - builds boardpack_force_NAME.so into lib/boardpack/plugins of the build folder;
#   - hides every symbol but the two that the macro exports, so that two plugins never share a function by accident;
#   - compiles as C++20, as the host was: another standard is another build identity, and the host refuses it;
#   - looks for the SDK's library beside the plugin's own folder alone, as built and as installed: a path that CMake
#     changes when installing has an empty entry until then, by which libraries are loaded from the current folder;
#   - installs it to lib/boardpack/plugins below the install prefix, where an installed boardpack looks by itself:
#     `boardpack list plugins` then shows it as loaded, or as refused and why.
#
# A plugin links boardpack::sdk and whatever else it wants with target_link_libraries(boardpack_force_NAME PRIVATE …).
# Each time boardpack itself is renewed the plugin is built again: the identity holds the digest of the SDK's headers.
include_guard()

function(add_force_plugin name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES")
  if(NOT name MATCHES "^[a-z][a-z0-9-]*$")
    message(FATAL_ERROR "add_force_plugin(${name}): the name is the force's code, lower-case letters, digits and "
      "dashes, such as durham")
  endif()
  if(ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "add_force_plugin(${name}): '${ARG_UNPARSED_ARGUMENTS}' is not understood; what it takes is "
      "add_force_plugin(NAME SOURCES file…)")
  endif()
  if(NOT ARG_SOURCES)
    message(FATAL_ERROR "add_force_plugin(${name}): no SOURCES were given")
  endif()

  set(target boardpack_force_${name})
  add_library(${target} MODULE ${ARG_SOURCES})
  target_link_libraries(${target} PRIVATE boardpack::sdk)
  set_target_properties(${target} PROPERTIES
    CXX_STANDARD 20 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    PREFIX "" OUTPUT_NAME boardpack_force_${name} SUFFIX .so
    LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib/boardpack/plugins"
    INSTALL_RPATH "$ORIGIN/../.." BUILD_WITH_INSTALL_RPATH ON)
  install(TARGETS ${target} LIBRARY DESTINATION lib/boardpack/plugins COMPONENT plugins)
endfunction()
