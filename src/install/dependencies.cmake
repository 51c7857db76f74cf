# What the engine is linked to: for the build, and, installed, for whoever links the static
# library. The oldest versions are those of Debian 12. Where a newer system differs (Debian
# 13, Ubuntu 24.04) the switch is here; src/README.md names all of them.

include(CMakeFindDependencyMacro)
find_dependency(PkgConfig)
find_dependency(Threads)
find_dependency(fmt)  # no version: fmt's own file takes 10 for incompatible with 9
find_dependency(ICU 72 COMPONENTS uc)
pkg_check_modules(harfbuzz REQUIRED IMPORTED_TARGET GLOBAL harfbuzz>=6)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET GLOBAL libdeflate>=1.14)
pkg_check_modules(libpng REQUIRED IMPORTED_TARGET GLOBAL libpng>=1.6)
pkg_check_modules(libjpeg REQUIRED IMPORTED_TARGET GLOBAL libjpeg)
pkg_check_modules(simdjson REQUIRED IMPORTED_TARGET GLOBAL simdjson>=3.0.1)

# libharu has neither a CMake nor a pkg-config file in Debian. 2.3 and 2.4 will both do.
find_path(HARU_INCLUDE_DIR hpdf.h REQUIRED)
find_library(HARU_LIBRARY hpdf REQUIRED)
if(NOT TARGET trialsheet::haru)
  add_library(trialsheet::haru INTERFACE IMPORTED GLOBAL)
  target_include_directories(trialsheet::haru SYSTEM INTERFACE "${HARU_INCLUDE_DIR}")
  target_link_libraries(trialsheet::haru INTERFACE "${HARU_LIBRARY}")
endif()

set(trialsheet_dependencies fmt::fmt ICU::uc PkgConfig::harfbuzz PkgConfig::libdeflate
  PkgConfig::libpng PkgConfig::libjpeg PkgConfig::simdjson trialsheet::haru)
