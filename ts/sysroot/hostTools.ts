import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import { Failure, errnoOf } from '../run/failure.js';
import { run } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { exists, filesBelow } from '../run/store.js';

const schema = z.array(
  z.strictObject({
    name: z.string(),
    programs: z.array(z.string()).min(1).optional().describe('names it goes by, best first; default: the name'),
    llvm: z.boolean().default(false).describe('a part of LLVM: NAME-19, or NAME of LLVM 19 or newer'),
    runtime: z.string().optional().describe("not a program: clang's runtime library of that name, libclang_rt.NAME"),
    python: z.string().optional().describe("not a program: a module of the system's own Python, the one that a recipe's sandbox has"),
    debian: z.string().describe("Debian's package"),
    for: z.string().describe('which commands need it'),
    optional: z.boolean().default(false).describe('the driver works without it'),
  }),
);

/** A program of the build machine that the driver runs. */
export type HostTool = z.infer<typeof schema>[number];

/** LLVM's release: the pinned runtime sources belong to it, and an older clang can't build them. */
export const llvmRelease = 19;

/** The programs that the driver runs, `ts/sysroot/hostTools.json`. */
export async function hostTools(): Promise<HostTool[]> {
  const file = path.join(projectRoot(), 'ts', 'sysroot', 'hostTools.json');
  return parseJson(schema, await readFile(file, 'utf8'), file);
}

/** A program's absolute path by PATH (read anew on every call), or undefined. */
export async function findProgram(name: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(':')) {
    const file = path.resolve(folder, name);
    try {
      await access(file, constants.X_OK);
      if ((await stat(file)).isFile()) return file;
    } catch (error) {
      const errno = errnoOf(error);
      if (errno !== 'ENOENT' && errno !== 'ENOTDIR' && errno !== 'EACCES' && errno !== 'ELOOP') throw error;
    }
  }
  return undefined;
}

/** The first `1.2` or `1.2.3` that a program prints for --version, or undefined. */
export async function programVersion(file: string): Promise<string | undefined> {
  const { stdout, stderr } = await run(file, ['--version'], { allowFailure: true, timeout: 20_000 });
  return /\b\d+\.\d+(\.\d+)?\b/.exec(`${stdout}\n${stderr}`)?.[0];
}

/** A tool that was found, or what stands in the way. */
export type Found = { file: string } | { missing: string };

/** clang's runtime library of some name for the build machine, where clang keeps it. */
async function findRuntime(name: string): Promise<Found> {
  const library = `libclang_rt.${name}`;
  const missing = { missing: `${library}: not found` };
  const clang = (await findProgram(`clang-${String(llvmRelease)}`)) ?? (await findProgram('clang'));
  if (clang === undefined) return missing;
  const folder = path.join((await run(clang, ['-print-resource-dir'])).stdout.trim(), 'lib');
  if (!(await exists(folder))) return missing;
  const found = (await filesBelow(folder)).find((file) => path.basename(file).startsWith(library));
  return found === undefined ? missing : { file: path.join(folder, found) };
}

/** The Python that a recipe's build finds: another one, in a home or below /usr/local, is not in its sandbox. */
const systemPython = '/usr/bin/python3';

/** A module of the system's Python: where that has it. */
async function findPythonModule(name: string): Promise<Found> {
  const missing = { missing: `${name}: not a module of ${systemPython}` };
  if (!(await exists(systemPython))) return missing;
  const asked = 'import importlib.util, sys; found = importlib.util.find_spec(sys.argv[1]); print(found.origin if found else "")';
  const file = (await run(systemPython, ['-I', '-c', asked, name], { timeout: 20_000 })).stdout.trim();
  return file === '' ? missing : { file };
}

/** Looks a tool up: of LLVM's, the one with the release in its name, else one of that name that is new enough. */
export async function findTool(tool: HostTool): Promise<Found> {
  if (tool.runtime !== undefined) return findRuntime(tool.runtime);
  if (tool.python !== undefined) return findPythonModule(tool.python);
  if (!tool.llvm) {
    const names = tool.programs ?? [tool.name];
    for (const name of names) {
      const file = await findProgram(name);
      if (file !== undefined) return { file };
    }
    return { missing: `${names.join(' or ')}: not found` };
  }
  const versioned = await findProgram(`${tool.name}-${String(llvmRelease)}`);
  if (versioned !== undefined) return { file: versioned };
  const file = await findProgram(tool.name);
  const wanted = `${tool.name}-${String(llvmRelease)}: not found`;
  if (file === undefined) return { missing: `${wanted}, and no ${tool.name}` };
  const version = await programVersion(file);
  if (Number(version?.split('.')[0] ?? 0) >= llvmRelease) return { file };
  return { missing: `${wanted}, and ${file} is ${version ?? 'of unknown version'}, older than ${String(llvmRelease)}` };
}

/** A tool's absolute path; one that is missing is one line which says how to get it. */
export async function hostTool(name: string): Promise<string> {
  const tool = (await hostTools()).find((candidate) => candidate.name === name);
  if (tool === undefined) throw new Error(`hostTools.json has no ${name}`);
  const found = await findTool(tool);
  if ('file' in found) return found.file;
  throw new Failure(found.missing, { next: `wildebeest doctor --install, or install ${tool.debian}` });
}
