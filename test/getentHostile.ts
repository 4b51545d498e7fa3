// Servers whose answers are broken, each by the first label of the name that is asked for: a name server and a responder of
// multicast DNS over UDP, and a cache daemon. Prints `ready` once they serve.
import dgram from 'node:dgram';
import { once } from 'node:events';
import net from 'node:net';

const A = 1;
const ADDRESS = Buffer.from([192, 0, 2, 66]);

/** The labels of a question, and where it ends. */
function readQuestion(query: Buffer): { first: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { first: labels[0] ?? '', end: at + 5 };
}

/** An answer with the question and what stands behind it. */
function reply(query: Buffer, end: number, answers: number, rest: Buffer): Buffer {
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(0x8580, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(answers, 6);
  header.writeUInt16BE(0, 8);
  header.writeUInt16BE(0, 10);
  return Buffer.concat([header, query.subarray(12, end), rest]);
}

/** A record whose owner is a pointer; `length` is what it says of its data. */
function record(pointer: number, data: Buffer, length = data.length, type = A): Buffer {
  const fixed = Buffer.alloc(12);
  fixed.writeUInt16BE(0xc000 | pointer, 0);
  fixed.writeUInt16BE(type, 2);
  fixed.writeUInt16BE(1, 4);
  fixed.writeUInt32BE(60, 6);
  fixed.writeUInt16BE(length, 10);
  return Buffer.concat([fixed, data]);
}

/** What a name server says; undefined: nothing. `good` shows that a name can be found here at all. */
function answer(query: Buffer): Buffer | undefined {
  const { first, end } = readQuestion(query);
  const good = reply(query, end, 1, record(12, ADDRESS));
  switch (first) {
    case 'good':
      return good;
    // A name that points to itself, and two that point to each other.
    case 'loop':
      return reply(query, end, 1, record(end, ADDRESS));
    case 'loops':
      return reply(query, end, 1, Buffer.concat([Buffer.from([0xc0, end + 2, 0xc0, end]), record(12, ADDRESS).subarray(2)]));
    // A canonical name that loops.
    case 'cname':
      return reply(query, end, 1, record(12, Buffer.from([0xc0, end + 12]), 2, 5));
    case 'forward':
      return reply(query, end, 1, record(0x3fff, ADDRESS));
    case 'length':
      return reply(query, end, 1, record(12, ADDRESS, 65535));
    case 'count':
      return reply(query, end, 65535, record(12, ADDRESS));
    case 'short':
      return good.subarray(0, end - 1);
    case 'tiny':
      return good.subarray(0, 5);
    case 'empty':
      return Buffer.alloc(0);
    case 'huge':
      return Buffer.concat([good.subarray(0, end), Buffer.alloc(60_000, 0xff)]);
    case 'id':
      return Buffer.concat([Buffer.from([(good[0] ?? 0) ^ 255]), good.subarray(1)]);
    case 'question':
      return Buffer.concat([good.subarray(0, 13), Buffer.from('x'), good.subarray(14)]);
    default:
      return undefined;
  }
}

async function serveUdp(port: number, group?: string): Promise<void> {
  const socket = dgram.createSocket({ type: 'udp4', reuseAddr: true });
  socket.on('message', (query, from) => {
    const bytes = answer(query);
    if (bytes !== undefined) socket.send(bytes, from.port, from.address);
  });
  socket.bind(port, group === undefined ? '127.0.0.1' : '0.0.0.0');
  await once(socket, 'listening');
  if (group !== undefined) socket.addMembership(group, '127.0.0.1');
}

/** Numbers as the cache daemon sends them. */
function words(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, i) => bytes.writeInt32LE(number, 4 * i));
  return bytes;
}

/** What the cache daemon says of a user. */
function userOf(name: string): Buffer | undefined {
  const texts = Buffer.from(`${name}\0x\0g\0h\0s\0`);
  const found = (version: number, ...lengths: number[]): Buffer => words(version, 1, lengths[0] ?? name.length + 1, lengths[1] ?? 2, 7, 7, lengths[2] ?? 2, lengths[3] ?? 2, lengths[4] ?? 2);
  switch (name) {
    case 'good':
      return Buffer.concat([found(2), texts]);
    case 'version':
      return Buffer.concat([found(3), texts]);
    case 'short':
      return found(2).subarray(0, 11);
    case 'cut':
      return Buffer.concat([found(2), texts.subarray(0, 3)]);
    case 'huge':
      return found(2, 0x7fffffff, 0x7fffffff, 0x7fffffff, 0x7fffffff, 0x7fffffff);
    case 'negative':
      return found(2, -1, -2, -3, -4, -5);
    case 'zero':
      return found(2, 0, 0, 0, 0, 0);
    case 'unended':
      return Buffer.concat([found(2), Buffer.alloc(100, 0x78)]);
    case 'garbage':
      return Buffer.alloc(100_000, 0xa5);
    case 'empty':
      return Buffer.alloc(0);
    default:
      return undefined;
  }
}

const daemon = net.createServer({ allowHalfOpen: true }, (socket) => {
  socket.on('error', () => {
    socket.destroy();
  });
  // Twelve bytes, the last four of which are the size of the key, and the key.
  let request = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    request = Buffer.concat([request, chunk]);
    if (request.length < 12 || request.length < 12 + request.readInt32LE(8)) return;
    const bytes = userOf(request.toString('latin1', 12).replace(/\0.*$/s, ''));
    if (bytes !== undefined) socket.end(bytes);
  });
});
daemon.listen('/var/run/nscd/socket');
await Promise.all([serveUdp(53), serveUdp(5353, '224.0.0.251'), once(daemon, 'listening')]);
process.stdout.write('ready\n');
