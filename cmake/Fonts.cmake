# The one font of the charts: files copied from Debian's package fonts-liberation into share/boardpack/fonts of the build
# and of the installation, so that no machine draws with another. -DBOARDPACK_FONT_DIR=DIR takes them from elsewhere.
set(BOARDPACK_FONT_DIR "" CACHE PATH "Folder of the Liberation Sans files; empty: where the system has them")
set(BOARDPACK_FONT_FILES LiberationSans-Regular.ttf LiberationSans-Bold.ttf)

if(BOARDPACK_FONT_DIR)
  set(boardpack_font_folders "${BOARDPACK_FONT_DIR}")
else()
  set(boardpack_font_folders /usr/share/fonts/truetype/liberation /usr/share/fonts/truetype/liberation2
    /usr/share/fonts/liberation-sans /usr/share/fonts/liberation)
endif()

foreach(file ${BOARDPACK_FONT_FILES})
  set(found "")
  foreach(folder ${boardpack_font_folders})
    if(NOT found AND EXISTS "${folder}/${file}")
      set(found "${folder}/${file}")
    endif()
  endforeach()
  if(NOT found)
    list(JOIN boardpack_font_folders ", " looked_in)
    message(FATAL_ERROR "The font file ${file}, which the charts are drawn with, is not in ${looked_in}. "
      "Install the Debian package fonts-liberation, or name its folder with -DBOARDPACK_FONT_DIR=DIR.")
  endif()
  file(COPY "${found}" DESTINATION "${PROJECT_BINARY_DIR}/share/boardpack/fonts")
  install(FILES "${found}" DESTINATION share/boardpack/fonts)
endforeach()
if(EXISTS /usr/share/doc/fonts-liberation/copyright)
  install(FILES /usr/share/doc/fonts-liberation/copyright DESTINATION share/doc/boardpack
    RENAME liberation-fonts-copyright.txt)
endif()
