import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import { projectRoot } from '../run/root.js';

const below = z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$)).+$/, 'must be a path below the root');
const mode = z.string().regex(/^[0-7]{3,4}$/, 'must be an octal mode').transform((text) => Number.parseInt(text, 8));

const schema = z.strictObject({
  recipes: z.array(z.string()).min(1).describe('what an image holds when nothing is named'),
  directories: z.array(z.strictObject({ path: below, mode })),
  links: z.array(z.strictObject({ path: below, to: z.string().min(1), needs: below.optional().describe('made only where this file is there') })),
  files: z.array(z.strictObject({ path: below, mode, lines: z.array(z.string()) })),
});

/** What every image has that is of no package: `ts/image/base.json`. */
export type Base = z.infer<typeof schema>;

/** Reads it. */
export async function loadBase(): Promise<Base> {
  const file = path.join(projectRoot(), 'ts', 'image', 'base.json');
  return parseJson(schema, await readFile(file, 'utf8'), file);
}
