// A small name server for tests: UDP and TCP on 127.0.0.1:53, a zone of its own. Prints `ready` once it serves.
import dgram from 'node:dgram';
import { once } from 'node:events';
import net from 'node:net';

const A = 1;
const CNAME = 5;
const PTR = 12;
const AAAA = 28;

/** `name type` to the records' texts. */
const zone = new Map<string, string[]>([
  [`multi.test ${String(A)}`, ['192.0.2.1', '192.0.2.2', '192.0.2.3']],
  [`multi.test ${String(AAAA)}`, ['2001:db8::1', '2001:db8::2']],
  [`v4.test ${String(A)}`, ['192.0.2.4']],
  [`v6.test ${String(AAAA)}`, ['2001:db8::6']],
  [`alias.test ${String(CNAME)}`, ['multi.test']],
  [`chain.test ${String(CNAME)}`, ['alias.test']],
  [`dangling.test ${String(CNAME)}`, ['nx.test']],
  [`xn--bcher-kva.test ${String(A)}`, ['192.0.2.5']],
  [`xn--mnchen-3ya.test ${String(A)}`, ['192.0.2.55']],
  [`xn--strae-oqa.test ${String(A)}`, ['192.0.2.56']],
  [`strasse.test ${String(A)}`, ['192.0.2.57']],
  [`search.corp.test ${String(A)}`, ['192.0.2.6']],
  [`mapped.test ${String(AAAA)}`, ['::ffff:192.0.2.9']],
  [`under_score.test ${String(A)}`, ['192.0.2.11']],
  [`many.test ${String(A)}`, Array.from({ length: 40 }, (_, i) => `198.51.100.${String(i)}`)],
  [`4.2.0.192.in-addr.arpa ${String(PTR)}`, ['v4.test']],
  [`1.2.0.192.in-addr.arpa ${String(PTR)}`, ['multi.test']],
  [`6.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa ${String(PTR)}`, ['v6.test']],
]);
const names = new Set([...zone.keys()].map((key) => key.split(' ')[0] ?? ''));

function encodeName(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '');
  return Buffer.concat([...labels.map((label) => Buffer.from([label.length, ...Buffer.from(label, 'latin1')])), Buffer.from([0])]);
}

function encodeIpv6(text: string): Buffer {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  const hex = (high = '0', low = '0'): string => (Number(high) * 256 + Number(low)).toString(16);
  const groups = dotted ? `${dotted[1] ?? ''}${hex(dotted[2], dotted[3])}:${hex(dotted[4], dotted[5])}` : text;
  const [head = '', tail] = groups.split('::');
  const parse = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
  const before = parse(head);
  const after = parse(tail ?? '');
  const all = [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 255]));
}

function encodeData(type: number, text: string): Buffer {
  if (type === A) return Buffer.from(text.split('.').map(Number));
  return type === AAAA ? encodeIpv6(text) : encodeName(text);
}

interface Question {
  name: string;
  type: number;
  /** Where it ends in the packet. */
  end: number;
}

function readQuestion(query: Buffer): Question {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function answer(query: Buffer): Buffer {
  const { name, type, end } = readQuestion(query);
  const records: { owner: string; type: number; text: string }[] = [];
  let owner = name;
  for (let target = zone.get(`${owner} ${String(CNAME)}`); target && type !== CNAME; target = zone.get(`${owner} ${String(CNAME)}`)) {
    records.push({ owner, type: CNAME, text: target[0] ?? '' });
    owner = target[0] ?? '';
  }
  const found = zone.get(`${owner} ${String(type)}`) ?? [];
  records.push(...found.map((text) => ({ owner, type, text })));
  const failed = name === 'servfail.test';
  const code = failed ? 2 : names.has(owner) ? 0 : 3;
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8580 | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(failed ? 0 : records.length, 6);
  const encoded = (failed ? [] : records).map((record) => {
    const data = encodeData(record.type, record.text);
    const fixed = Buffer.alloc(10);
    fixed.writeUInt16BE(record.type, 0);
    fixed.writeUInt16BE(1, 2);
    fixed.writeUInt32BE(60, 4);
    fixed.writeUInt16BE(data.length, 8);
    return Buffer.concat([encodeName(record.owner), fixed, data]);
  });
  return Buffer.concat([header, query.subarray(12, end), ...encoded]);
}

/** An answer of at most 512 bytes where the query has no additional record: else only that it is truncated. */
function overUdp(query: Buffer): Buffer {
  const whole = answer(query);
  if (whole.length <= 512 || query.readUInt16BE(10) > 0) return whole;
  const short = Buffer.from(whole.subarray(0, readQuestion(query).end));
  short.writeUInt16BE(0x8780, 2);
  short.writeUInt16BE(0, 6);
  return short;
}

const udp = dgram.createSocket('udp4');
udp.on('message', (query, from) => {
  udp.send(overUdp(query), from.port, from.address);
});
udp.bind(53, '127.0.0.1');
const tcp = net.createServer((socket) => {
  let pending = Buffer.alloc(0);
  socket.on('error', () => {
    socket.destroy();
  });
  socket.on('data', (bytes) => {
    pending = Buffer.concat([pending, bytes]);
    while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
      const reply = answer(pending.subarray(2, 2 + pending.readUInt16BE(0)));
      socket.write(Buffer.concat([Buffer.from([reply.length >> 8, reply.length & 255]), reply]));
      pending = pending.subarray(2 + pending.readUInt16BE(0));
    }
  });
});
tcp.listen(53, '127.0.0.1');
await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
process.stdout.write('ready\n');
