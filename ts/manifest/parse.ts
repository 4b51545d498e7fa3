import type { z } from 'zod';
import { badInput } from '../run/failure.js';

/** `symbols[3].name` from ['symbols', 3, 'name']; the whole document is `(top)`. */
export function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(top)';
  return path.map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`)).join('').replace(/^\./, '');
}

/** Parses JSON text against a schema; the first thing that is wrong is one line with file, field and reason. */
export function parseJson<Schema extends z.ZodType>(schema: Schema, text: string, file: string): z.output<Schema> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw badInput(`${file}: not JSON: ${(error as Error).message.replaceAll('\n', ' ')}`);
  }
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw badInput(`${file}: does not fit its schema`);
  throw badInput(`${file}: ${fieldName(issue.path)}: ${issue.message.replaceAll('\n', ' ')}`);
}
