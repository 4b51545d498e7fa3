import { open } from 'node:fs/promises';
import { ending, run } from '../run/process.js';

/** What `verify` needs to know of an ELF file. */
export interface ElfFacts {
  /** Symbols of .dynsym that the file defines, without version. */
  exports: string[];
  /** Symbols of .dynsym that it wants from elsewhere. */
  imports: string[];
  /** DT_NEEDED. */
  needed: string[];
  /** Entries of DT_RUNPATH and DT_RPATH. */
  runpath: string[];
  /** PT_INTERP. */
  interpreter: string | undefined;
}

/** Whether a file begins with the ELF magic. */
export async function isElf(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.equals(Buffer.from([0x7f, 0x45, 0x4c, 0x46]));
  } finally {
    await handle.close();
  }
}

/** Reads what `llvm-readelf --dyn-syms --dynamic-table --program-headers --wide` prints, GNU style. */
export function parseReadelf(text: string): ElfFacts {
  const facts: ElfFacts = { exports: [], imports: [], needed: [], runpath: [], interpreter: undefined };
  for (const line of text.split('\n')) {
    // "   5: 0000000000001234    12 FUNC    GLOBAL DEFAULT    11 name@@VERSION"; visibility may have more words after it.
    const symbol = /^\s*\d+: [0-9a-f]+\s+(?:0x)?[0-9a-f]+\s+(\S+)\s+(\S+)\s+(\S+)(?:\s+\[.*\])?\s+(UND|ABS|COM|\d+|\S+\[\S+\])\s+(\S+)\s*$/.exec(line);
    if (symbol?.[4] !== undefined && symbol[5] !== undefined) {
      const name = symbol[5].replace(/@.*$/, '');
      if (symbol[2] === 'LOCAL') continue;
      (symbol[4] === 'UND' ? facts.imports : facts.exports).push(name);
      continue;
    }
    const entry = /^\s*0x[0-9a-f]+\s+\((NEEDED|RUNPATH|RPATH)\)\s+.*?\[(.*)\]\s*$/.exec(line);
    if (entry?.[2] !== undefined) {
      if (entry[1] === 'NEEDED') facts.needed.push(entry[2]);
      else facts.runpath.push(...entry[2].split(':'));
      continue;
    }
    const interpreter = /^\s*\[Requesting program interpreter: (.*)\]\s*$/.exec(line);
    if (interpreter !== null) facts.interpreter = interpreter[1];
  }
  return facts;
}

/** Reads an ELF file with llvm-readelf; of one that it can't read in full, says why: what is not seen can't be verified. */
export async function readElf(readelf: string, file: string): Promise<ElfFacts | { damaged: string }> {
  const result = await run(readelf, ['--wide', '--dyn-syms', '--dynamic-table', '--program-headers', file], { allowFailure: true });
  const complaint = result.stderr.split('\n').find((line) => /(warning|error): /.test(line));
  if (result.exitCode === 0 && complaint === undefined) return parseReadelf(result.stdout);
  return { damaged: (complaint ?? ending(result)).replace(/^.*?(?:warning|error): (?:'[^']*': )?/, '') };
}
