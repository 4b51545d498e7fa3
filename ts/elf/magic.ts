import { open } from 'node:fs/promises';

/** What a file is by its first bytes, for who must know it of many files before they are read; undefined: neither. */
export async function elfKindOf(file: string): Promise<'elf' | 'archive' | undefined> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    const magic = buffer.toString('latin1', 0, bytesRead);
    if (magic.startsWith('\x7fELF')) return 'elf';
    return ['!<arch>\n', '!<thin>\n'].includes(magic) ? 'archive' : undefined;
  } finally {
    await handle.close();
  }
}
