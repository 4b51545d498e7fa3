import type { Target } from '../targets/target.js';

/** CMake's toolchain file, for <root>/toolchain/toolchain.cmake; it finds the sysroot through its own place. */
export function cmakeToolchain(target: Target): string {
  const tool = (name: string): string => `"\${WILDEBEEST_SYSROOT}/toolchain/bin/${name}"`;
  return `set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR ${target.machine})

get_filename_component(WILDEBEEST_SYSROOT "\${CMAKE_CURRENT_LIST_DIR}" DIRECTORY)
set(CMAKE_SYSROOT "\${WILDEBEEST_SYSROOT}")
set(CMAKE_C_COMPILER ${tool('cc')})
set(CMAKE_CXX_COMPILER ${tool('c++')})
set(CMAKE_ASM_COMPILER ${tool('cc')})
set(CMAKE_AR ${tool('ar')} CACHE FILEPATH "")
set(CMAKE_NM ${tool('nm')} CACHE FILEPATH "")
set(CMAKE_RANLIB ${tool('ranlib')} CACHE FILEPATH "")
set(CMAKE_STRIP ${tool('strip')} CACHE FILEPATH "")
set(CMAKE_OBJCOPY ${tool('objcopy')} CACHE FILEPATH "")
set(CMAKE_OBJDUMP ${tool('objdump')} CACHE FILEPATH "")
set(CMAKE_READELF ${tool('readelf')} CACHE FILEPATH "")
set(PKG_CONFIG_EXECUTABLE ${tool('pkg-config')} CACHE FILEPATH "")
set(CMAKE_CROSSCOMPILING_EMULATOR ${tool('run')})

# Programs come from the build machine, everything else from the sysroot.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
`;
}
