import { cp } from 'node:fs/promises';
import path from 'node:path';
import { knownRecipes } from '../ts/recipe/context.js';
import { ensureSourceTree } from '../ts/recipe/tree.js';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { fetchSource, pinnedSource } from '../ts/sources/sources.js';

/** A program that others wrote, and something for it to do. */
interface Program {
  recipe: string;
  /** What it reads, a file of this folder. */
  input: string;
  /** Words for its command line. */
  args: readonly string[];
  /** Run in a copy of the tree, to make what is compiled. */
  prepare: readonly (readonly string[])[];
  /** Words for the compiler, in the copy. */
  compile: string;
}

export const programs: Readonly<Record<string, Program>> = {
  'Lua, JSON': { recipe: 'lua', input: 'malloc.lua', args: ['-'], prepare: [['rm', 'src/luac.c']], compile: '-DLUA_USE_POSIX src/*.c' },
  'SQLite in memory': {
    recipe: 'sqlite',
    input: 'malloc.sql',
    args: [':memory:'],
    prepare: [['./configure', '-q', '--disable-tcl', '--disable-readline'], ['make', '-s', 'sqlite3.c', 'shell.c']],
    compile: '-DSQLITE_OMIT_LOAD_EXTENSION sqlite3.c shell.c',
  },
};

/** Builds the programs with each compiler into `scratch`; the program of compiler `c` is `scratch/NAME-c`. */
export async function buildPrograms(compilers: Readonly<Record<string, string>>, scratch: string): Promise<void> {
  const recipes = await knownRecipes(Object.values(programs).map(({ recipe }) => recipe));
  for (const [name, { recipe, prepare, compile }] of Object.entries(programs)) {
    const known = recipes.get(recipe);
    if (known === undefined) throw new Error(`no recipe ${recipe}`);
    const { path: tree } = await ensureSourceTree(known.source, { pinned: pinnedSource, fetch: fetchSource });
    const cwd = path.join(scratch, recipe);
    await cp(tree, cwd, { recursive: true });
    for (const [command = '', ...words] of prepare) await run(command, words, { cwd });
    for (const [compiler, command] of Object.entries(compilers)) {
      await run('sh', ['-c', `exec "$1" -std=gnu99 -O2 -w ${compile} -o "$2" -pthread -lm`, 'sh', command, path.join(scratch, `${name}-${compiler}`)], { cwd });
    }
  }
}

/** The file that a program reads. */
export const inputOf = (name: string): string => path.join(projectRoot(), 'bench', programs[name]?.input ?? '');
