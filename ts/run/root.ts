import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.js';

/** The folder of the checkout that this driver belongs to: the one with package.json, CMakeLists.txt and wildebeest/. */
export function projectRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'wildebeest', 'modules'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Failure('the checkout of libwildebeest that this driver belongs to is gone');
    folder = parent;
  }
  return folder;
}
