import { open } from 'node:fs/promises';

/** What a file is by its first bytes, for who must know it of many files before they are read; undefined: none of these. */
export async function objectKindOf(file: string): Promise<'elf' | 'archive' | 'bitcode' | undefined> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    const magic = buffer.toString('latin1', 0, bytesRead);
    if (magic.startsWith('\x7fELF')) return 'elf';
    if (magic.startsWith('BC\xc0\xde')) return 'bitcode';
    return ['!<arch>\n', '!<thin>\n'].includes(magic) ? 'archive' : undefined;
  } finally {
    await handle.close();
  }
}
