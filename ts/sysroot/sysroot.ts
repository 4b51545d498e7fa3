import type { Target } from '../targets/target.js';

/** A sysroot that is ready for use. */
export interface Sysroot {
  target: Target;
  /** `1.2.5`. */
  muslVersion: string;
  /**
   * The root folder: usr/include, usr/lib, lib/<loader>, and toolchain/ with clang.cfg, meson.cross, toolchain.cmake,
   * resource/ and bin/ (cc, c++, ar, nm, ranlib, strip, objcopy, readelf, ld, pkg-config, also with `<triple>-` before).
   */
  path: string;
  /** The step's key; part of the inputs of everything that is built with it. */
  key: string;
}
