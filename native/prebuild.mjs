// Makes prebuilds/ for this machine: `npm run prebuildify`. Other machines: CC and CXX for a cross compiler, and prebuildify's
// own words, as in `LIBC=musl npm run prebuildify -- --arch arm64`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const native = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(native);
const prefix = path.dirname(path.dirname(process.execPath));
const args = ['--napi', '--strip', '--tag-libc', '-t', process.versions.node, ...process.argv.slice(2)];
// node-gyp takes the headers of the Node that runs; where these are not installed, cmake-js has its own.
const headers = existsSync(path.join(prefix, 'include', 'node', 'node_api.h'));
if (!headers) args.push('--node-gyp', path.join(native, 'rebuild.sh'));
const { status, error } = spawnSync(path.join(root, 'node_modules', '.bin', 'prebuildify'), args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(headers ? { npm_config_nodedir: prefix } : {}) },
});
if (error) throw error;
process.exitCode = status ?? 1;
