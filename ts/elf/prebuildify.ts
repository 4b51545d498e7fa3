// `npm run prebuildify [-- arm64-musl…]`.
import { Failure } from '../run/failure.js';
import { fillPrebuilds } from './prebuild.js';

try {
  await fillPrebuilds(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`wildebeest: ${error.line()}\n`);
  process.exitCode = error.code;
}
