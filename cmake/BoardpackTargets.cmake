# What every target of the project has in common.
#
#   boardpack_library(NAME SOURCES file… [PUBLIC target…] [PRIVATE target…])
#
# makes the static library boardpack_NAME of one folder. PUBLIC names what its headers show, PRIVATE what only its
# sources use: a third-party library is PRIVATE to one target. Headers of core/ are included as "folder/name.hpp",
# those of output/ as "chart/name.hpp" and so on; who may include whom is held by tests/architecture.
#
#   boardpack_test(NAME SOURCES file… [LINK target…])
#
# makes one Catch2 program of a folder of tests and registers it as one test of that name.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

function(boardpack_settings target)
  # GCC 12 sees overlaps in std::string's own operators that are not there (its bug 105329), so not -Wrestrict.
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wno-restrict
    "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")
  if(BOARDPACK_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

function(boardpack_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(boardpack_${name} STATIC ${ARG_SOURCES})
  target_include_directories(boardpack_${name} PUBLIC "${PROJECT_SOURCE_DIR}/core" "${PROJECT_SOURCE_DIR}/output")
  target_link_libraries(boardpack_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  boardpack_settings(boardpack_${name})
endfunction()

# DATA: its cases marked [real-data] need the data beside the project, and are a test of their own, which ctest shows as skipped
# where those are not there (tests/skipped.hpp).
function(boardpack_test name)
  cmake_parse_arguments(ARG "DATA" "" "SOURCES;LINK" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  target_link_libraries(test_${name} PRIVATE boardpack_catch_main ${ARG_LINK})
  target_compile_definitions(test_${name} PRIVATE
    BOARDPACK_SOURCE_DIR="${PROJECT_SOURCE_DIR}" BOARDPACK_BUILD_DIR="${PROJECT_BINARY_DIR}")
  # A test waits for its compiler longer than for its own run.
  target_compile_options(test_${name} PRIVATE "$<$<CONFIG:Release>:-O0>")
  target_compile_definitions(test_${name} PRIVATE CATCH_CONFIG_FAST_COMPILE)
  boardpack_settings(test_${name})
  if(NOT ARG_DATA)
    add_test(NAME ${name} COMMAND test_${name})
    return()
  endif()
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  add_test(NAME ${name} COMMAND test_${name} "~[real-data]")
  add_test(NAME ${name}_real_data COMMAND test_${name} "[real-data]")
  set_tests_properties(${name}_real_data PROPERTIES SKIP_RETURN_CODE 77)
endfunction()
