import { cpus, tmpdir, totalmem } from 'node:os';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { table } from '../ts/report/table.js';
import { projectRoot } from '../ts/run/root.js';
import { cacheRoot } from '../ts/run/store.js';
import { fetchSource } from '../ts/sources/sources.js';
import { sysrootSources } from '../ts/sysroot/sources.js';
import { targetNames } from '../ts/targets/target.js';

/**
 * Times of `wildebeest sysroot all`: from an empty cache (the downloads are there, and not counted), again with nothing to
 * do. Says where the time goes, by kind of step.
 */
const driver = path.join(projectRoot(), 'dist', 'ts', 'bin.js');
/** Steps of one target. */
const parts = ['headers', 'compiler-rt', 'musl', 'sysroot'];
const cache = await mkdtemp(path.join(tmpdir(), 'wildebeest-bench-'));

interface Timed {
  seconds: number;
  /** Seconds of each step that was made. */
  steps: Map<string, number>;
}

async function timed(env: Record<string, string>, ...words: string[]): Promise<Timed> {
  const started = performance.now();
  const { stderr } = await execa(process.execPath, [driver, 'sysroot', ...words], { env });
  const seconds = (performance.now() - started) / 1000;
  const steps = new Map<string, number>();
  for (const [, name = '', took] of stderr.matchAll(/^✓ (?:\[\d+\/\d+\] )?(\S+) \((\d+\.\d) s\)$/gm)) steps.set(name, Number(took));
  return { seconds, steps };
}

try {
  const { kernelHeaders, llvm, musl } = sysrootSources;
  for (const spec of [kernelHeaders, llvm, musl['1.2.5']]) await fetchSource(spec);
  await symlink(path.join(cacheRoot(), 'sources'), path.join(cache, 'sources'));
  const env = { WILDEBEEST_CACHE: cache };
  const names = await targetNames();
  const cold = await timed(env, 'all');
  const warm = await timed(env, 'all');
  console.log(`${String(names.length)} sysroots (C alone), ${String(cpus().length)} cores, ${String(Math.round(totalmem() / 2 ** 30))} GiB\n`);

  const kinds = new Map<string, { steps: number; seconds: number }>();
  for (const [step, seconds] of cold.steps) {
    const kind = step.replace(new RegExp(`-(${names.join('|')})$`), '').replace(/^(kernel-headers|musl-source)-.*/, '$1');
    const sum = kinds.get(kind) ?? { steps: 0, seconds: 0 };
    kinds.set(kind, { steps: sum.steps + 1, seconds: sum.seconds + seconds });
  }
  const total = [...cold.steps.values()].reduce((sum, seconds) => sum + seconds, 0);
  const rows = [...kinds].sort(([, a], [, b]) => b.seconds - a.seconds);
  process.stdout.write(
    table(
      ['step', 'number', 'seconds', 'share'],
      rows.map(([kind, sum]) => [kind, String(sum.steps), sum.seconds.toFixed(1), `${((100 * sum.seconds) / total).toFixed(0)} %`]),
    ),
  );
  console.log();
  process.stdout.write(
    table(
      ['target', ...parts],
      names.map((name) => [name, ...parts.map((part) => (cold.steps.get(`${part}-${name}`) ?? 0).toFixed(1))]),
    ),
  );
  const ran = (run: Timed): string => `${run.seconds.toFixed(1)} s, ${String(run.steps.size)} steps made`;
  console.log(`\nempty cache      ${ran(cold)}; steps at once on average: ${(total / cold.seconds).toFixed(2)}`);
  console.log(`nothing to do    ${ran(warm)}; cache hits: ${String(100 - Math.round((100 * warm.steps.size) / cold.steps.size))} %`);
  console.log(`warm / cold      ${(warm.seconds / cold.seconds).toFixed(4)}`);
} finally {
  await rm(cache, { recursive: true, force: true });
}
