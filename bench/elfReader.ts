// What `npm run bench -- elf` measures: the native reader on the files that a list names, as a program of its own that loads nothing else.
import { readFile } from 'node:fs/promises';
import { readElfFiles } from '../ts/elf/reader.js';

const [list = ''] = process.argv.slice(2);
const files = (await readFile(list, 'utf8')).split('\n').filter((file) => file !== '');
let symbols = 0;
for await (const { objects } of readElfFiles(files, ['symbols'])) for (const object of objects) symbols += object.symbols.length;
process.stdout.write(`${String(symbols)}\n`);
