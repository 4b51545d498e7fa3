import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { badInput, errnoOf } from './failure.js';

/** What a path is that the user has named; one that is not there is the user's mistake. */
export async function namedPath(file: string): Promise<Stats> {
  try {
    return await lstat(file);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    throw badInput(`${file}: no such file or folder`);
  }
}
