// Random files and keys for getent, by a grammar of what its files may hold; a seed gives the same again.
import type { Call, Entry } from './getentSandbox.js';

/** A generator of numbers from 0 to below 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const times = <T>(random: Random, most: number, make: () => T): T[] => Array.from({ length: Math.floor(random() * (most + 1)) }, make);

const names = ['a', 'b', 'ab', 'root', 'user.name-x_y', 'A', 'é', '+', '-', '+@ng', '-b', '', '1', '12', '0x1', ' a', 'a ', 'averyveryverylongname'];
const ids = ['0', '1', '2', '1000', '4294967294', '4294967295', '4294967296', '18446744073709551616', '', '007', '+1', '-1', ' 1', '1 ', '0x1', 'x', '1x'];
const texts = ['', 'x', '*', '!', '/bin/sh', 'Full Name,,', 'é', ' ', 'x y', '#', '\t'];
const blanks = [' ', '\t', '  ', ' \t', '\v', '\f'];
const addresses = ['127.0.0.1', '192.0.2.1', '10.0.0.1', '::1', '2001:db8::1', '2001:db8:0:0:0:0:0:1', '::ffff:192.0.2.1', '::192.0.2.1', '127.1', '256.0.0.1', 'fe80::1%lo', 'x', '', '0.0.0.0'];
const ports = ['1/tcp', '2/udp', '53/tcp', '53/udp', '010/tcp', '65536/tcp', '70000/udp', '1', '1/', '/tcp', 'x/tcp', '1x/tcp', '-1/tcp', '2 /tcp', '3/tcp,udp', '4//tcp'];
const networks = ['10', '10.0.0.0', '192.168', '0', '0x0b', '010', '1.2.3.4', '300.1', 'x', '', '1.2.3.4.5', '255.255.255.255', '10.', '.1'];
const octets = ['0', '1', '08', '8', 'ff', 'FF', '1ff', 'zz', ''];

const list = (random: Random): string => times(random, 4, () => pick(random, names)).join(',');
const words = (random: Random, items: readonly string[]): string => times(random, 3, () => pick(random, blanks) + pick(random, items)).join('');

/** One line of a database, without what makes glibc exit 0 though it could not write an entry. */
function lineOf(random: Random, database: string): string {
  const name = (): string => pick(random, names);
  const id = (): string => pick(random, ids);
  const text = (): string => pick(random, texts);
  const cut = (fields: string[]): string => fields.slice(0, random() < 0.8 ? fields.length : Math.floor(random() * fields.length)).join(':');
  switch (database) {
    case 'passwd':
      return cut([name(), text(), id(), id(), text(), text(), text()]);
    case 'group':
      return cut([name(), text(), id(), list(random)]);
    case 'shadow':
      return cut([name(), text(), id(), id(), id(), id(), id(), id(), id()]);
    case 'gshadow':
      return cut([name(), text(), list(random), list(random)]);
    case 'hosts':
      return `${pick(random, addresses)}${words(random, names)}`;
    case 'services':
      return `${name()}${pick(random, blanks)}${pick(random, ports)}${words(random, names)}`;
    case 'networks':
      return `${name()}${pick(random, blanks)}${pick(random, networks)}${words(random, names)}`;
    case 'protocols':
    case 'rpc':
      return `${name()}${pick(random, blanks)}${id()}${words(random, names)}`;
    case 'ethers':
      return `${Array.from({ length: random() < 0.9 ? 6 : 5 }, () => pick(random, octets)).join(':')}${words(random, names)}`;
    default:
      return `${name()}:${pick(random, blanks)}${times(random, 2, () => pick(random, ['x', 'y z', '"q"', 'a@b'])).join(', ')}`;
  }
}

/** Databases that the grammar knows. */
export const grammarDatabases = ['passwd', 'group', 'shadow', 'gshadow', 'hosts', 'services', 'networks', 'protocols', 'rpc', 'ethers', 'aliases', 'initgroups'];

/** A file of a database and keys for it. */
export function randomCall(seed: number, etc: Record<string, Entry>): Call {
  const random = randomOf(seed);
  const database = pick(random, grammarDatabases);
  const file = database === 'initgroups' ? 'group' : database;
  const lines = times(random, 8, () => {
    const start = random() < 0.1 ? pick(random, blanks) : random() < 0.05 ? '#' : '';
    const end = random() < 0.1 ? pick(random, [' # c', '#c', '\r', ' ', '\0x']) : '';
    return random() < 0.05 ? pick(random, ['', ' ', '#', '\t\r']) : `${start}${lineOf(random, file)}${end}`;
  });
  const pools: Record<string, readonly string[]> = {
    passwd: [...names, ...ids],
    group: [...names, ...ids],
    hosts: [...names, ...addresses],
    services: [...names, '1', '2', '53', '53/tcp', 'a/tcp', 'b/udp', '010', '65536', '8'],
    networks: [...names, ...networks],
    ethers: [...names, '0:1:8:ff:0:1', '8:8:8:8:8:8'],
  };
  const pool = pools[database] ?? names;
  const keys = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, pool));
  const listed = !['ethers', 'initgroups'].includes(database) && random() < 0.4;
  return { files: { ...etc, [`etc/${file}`]: lines.join('\n') + (random() < 0.9 ? '\n' : '') }, argv: [database, '--', ...(listed ? [] : keys)] };
}
