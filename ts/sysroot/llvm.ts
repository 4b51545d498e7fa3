import path from 'node:path';
import { Failure } from '../run/failure.js';
import { run } from '../run/process.js';
import { exists, stepPath, type Json, type Step } from '../run/store.js';
import type { PinnedSource } from '../sources/sources.js';
import type { Target } from '../targets/target.js';
import { applyPatch, buildEnvironment, fetchedPath, fileOf, moveInto, ourPatches, ownFolder, unpack, upstreamTar } from './context.js';
import type { Fetched, Sources, Tools } from './context.js';
import { hostTool } from './hostTools.js';

/** The parts of LLVM's source that compiler-rt's builtins and the C++ runtimes are built from. */
const llvmParts = ['compiler-rt', 'cmake', 'runtimes', 'llvm/cmake', 'libunwind', 'libcxxabi', 'libcxx'];

/** Where a target's runtimes are below clang's resource folder. */
export const runtimesFolder = (target: Target): string => path.join('lib', target.normalizedTriple);

/** The parts of LLVM's source that sysroots need, with our patches. */
export async function llvmSourceStep(pins: Sources<PinnedSource>, fetched: Fetched): Promise<Step> {
  const patches = await ourPatches('llvm-19');
  return {
    name: 'llvm-source',
    inputs: {
      version: 2,
      parts: llvmParts,
      sha256: fileOf(pins.llvm, upstreamTar).sha256,
      patches: patches.map(({ hash }) => hash),
    },
    make: async (output, { log, scratch }) => {
      const made = await ownFolder(scratch);
      await unpack(fetchedPath(fetched.llvm, upstreamTar), made, llvmParts, log);
      for (const { file, text } of patches) await applyPatch(made, text, log, `bring ${file} into line with this version of LLVM`);
      await moveInto(output, made);
    },
  };
}

/** compiler-rt's builtins, crtbegin.o and crtend.o, laid out as below clang's resource folder. */
export function builtinsStep(target: Target, compile: Json, tools: Tools, headers: Step, llvm: Step): Step {
  return {
    name: `compiler-rt-${target.name}`,
    inputs: { version: 3, compile },
    needs: [headers, llvm],
    make: async (output, { log, scratch, jobs }) => {
      const made = await ownFolder(scratch);
      const build = path.join(made, 'build');
      const installed = path.join(made, 'installed');
      const options = { log, env: buildEnvironment(made) };
      const ninja = await hostTool('ninja');
      const languages = ['C', 'CXX', 'ASM'];
      // compiler-rt's aborts name their source file: programs must not carry the cache's path.
      const flags = [...target.cflags, `-ffile-prefix-map=${stepPath(llvm)}/=`].join(' ');
      const off = ['SANITIZERS', 'XRAY', 'LIBFUZZER', 'PROFILE', 'MEMPROF', 'ORC', 'GWP_ASAN', 'CTX_PROFILE'];
      await run(
        await hostTool('cmake'),
        [
          ...['-S', path.join(stepPath(llvm), 'compiler-rt'), '-B', build, '-G', 'Ninja', `-DCMAKE_MAKE_PROGRAM=${ninja}`],
          ...languages.map((language) => `-DCMAKE_${language}_COMPILER_TARGET=${target.triple}`),
          ...languages.map((language) => `-DCMAKE_${language}_FLAGS=${flags}`),
          ...[`-DCMAKE_C_COMPILER=${tools.clang}`, `-DCMAKE_ASM_COMPILER=${tools.clang}`, `-DCMAKE_CXX_COMPILER=${tools['clang++']}`],
          ...[`-DCMAKE_AR=${tools['llvm-ar']}`, `-DCMAKE_NM=${tools['llvm-nm']}`, `-DCMAKE_RANLIB=${tools['llvm-ranlib']}`],
          ...['-DCMAKE_SYSTEM_NAME=Linux', `-DCMAKE_SYSROOT=${stepPath(headers)}`, '-DCMAKE_BUILD_TYPE=Release'],
          ...['-DCMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY', `-DLLVM_CMAKE_DIR=${path.join(stepPath(llvm), 'llvm', 'cmake')}`],
          ...['-DCOMPILER_RT_DEFAULT_TARGET_ONLY=ON', '-DLLVM_ENABLE_PER_TARGET_RUNTIME_DIR=ON'],
          ...off.map((part) => `-DCOMPILER_RT_BUILD_${part}=OFF`),
          // 32-bit programs call __atomic_load_8 and its relatives, for which there is no libatomic.
          '-DCOMPILER_RT_EXCLUDE_ATOMIC_BUILTIN=OFF',
          `-DCOMPILER_RT_INSTALL_PATH=${installed}`,
        ],
        options,
      );
      await run(ninja, ['-C', build, `-j${String(jobs)}`, 'install'], options);
      const folder = runtimesFolder(target);
      const wanted = ['libclang_rt.builtins.a', 'clang_rt.crtbegin.o', 'clang_rt.crtend.o'];
      for (const name of wanted) {
        if (!(await exists(path.join(installed, folder, name)))) {
          throw new Failure(`compiler-rt-${target.name}: the build left no ${folder}/${name}`, { log });
        }
      }
      await moveInto(output, installed);
    },
  };
}

/**
 * libunwind, libc++abi and libc++, static and shared, as usr/; built in a sysroot that has no C++ yet, of which `compilers`
 * says what matters. libc++.a is position independent and holds libc++abi, so that `c++ -static` needs no word more.
 */
export function cxxStep(target: Target, sysroot: Step, compilers: string, llvm: Step): Step {
  return {
    name: `libcxx-${target.name}`,
    inputs: { version: 2, compilers },
    needs: [llvm],
    after: [sysroot],
    make: async (output, { log, scratch, jobs }) => {
      const made = await ownFolder(scratch);
      const build = path.join(made, 'build');
      const root = path.join(made, 'root');
      const options = { log, env: buildEnvironment(made) };
      const ninja = await hostTool('ninja');
      const flags = `-ffile-prefix-map=${stepPath(llvm)}/=`;
      const on = (names: readonly string[]): string[] => names.map((name) => `-D${name}=ON`);
      const off = (names: readonly string[]): string[] => names.map((name) => `-D${name}=OFF`);
      await run(
        await hostTool('cmake'),
        [
          ...['-S', path.join(stepPath(llvm), 'runtimes'), '-B', build, '-G', 'Ninja', `-DCMAKE_MAKE_PROGRAM=${ninja}`],
          `-DCMAKE_TOOLCHAIN_FILE=${path.join(stepPath(sysroot), 'toolchain', 'toolchain.cmake')}`,
          ...['C', 'CXX', 'ASM'].map((language) => `-DCMAKE_${language}_FLAGS=${flags}`),
          ...['-DCMAKE_BUILD_TYPE=Release', '-DCMAKE_INSTALL_PREFIX=/usr', '-DLLVM_ENABLE_RUNTIMES=libunwind;libcxxabi;libcxx'],
          // A C++ program can't be linked before there is a libc++; what the checks ask for is all in libc.
          ...on(['CMAKE_CXX_COMPILER_WORKS', 'LIBCXX_HAS_MUSL_LIBC', 'LIBCXXABI_USE_LLVM_UNWINDER']),
          // Shared objects are linked with the archives too: plugins that want no C++ library on the machine.
          ...on(['CMAKE_POSITION_INDEPENDENT_CODE']),
          ...on(['LIBCXX_USE_COMPILER_RT', 'LIBCXXABI_USE_COMPILER_RT', 'LIBUNWIND_USE_COMPILER_RT']),
          ...on(['LIBCXX_ENABLE_STATIC_ABI_LIBRARY', 'LIBCXX_STATICALLY_LINK_ABI_IN_STATIC_LIBRARY']),
          ...off(['LIBCXX_STATICALLY_LINK_ABI_IN_SHARED_LIBRARY', 'LIBCXX_HAS_ATOMIC_LIB', 'LLVM_INCLUDE_TESTS']),
          ...off(['LIBCXX_INCLUDE_TESTS', 'LIBCXX_INCLUDE_BENCHMARKS', 'LIBCXXABI_INCLUDE_TESTS', 'LIBUNWIND_INCLUDE_TESTS']),
        ],
        options,
      );
      await run(ninja, ['-C', build, `-j${String(jobs)}`], options);
      await run(ninja, ['-C', build, 'install'], { ...options, env: { ...options.env, DESTDIR: root } });
      for (const name of ['libc++.a', 'libc++.so', 'libc++abi.a', 'libunwind.a', 'libunwind.so']) {
        if (!(await exists(path.join(root, 'usr', 'lib', name)))) throw new Failure(`libcxx-${target.name}: the build left no ${name}`, { log });
      }
      await moveInto(output, root);
    },
  };
}
