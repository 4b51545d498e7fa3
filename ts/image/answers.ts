/**
 * A DNS server for a container's network: started there as a program, it answers every question for an IPv4 address with one
 * address, and others with none. Arguments: where it listens, the address. It says `ready` when it listens.
 */
import { createSocket } from 'node:dgram';

const [listen = '', answer = ''] = process.argv.slice(2);
const headerSize = 12;
const typeA = 1;

const socket = createSocket('udp4');
socket.on('message', (query, from) => {
  let end = headerSize;
  while (end < query.length && query[end] !== 0) end += (query[end] ?? 0) + 1;
  if (end + 5 > query.length) return;
  const question = query.subarray(headerSize, end + 5);
  const found = query.readUInt16BE(end + 1) === typeA;
  const header = Buffer.alloc(headerSize);
  // RFC 1035, 4.1.1: the query's ID; a response, authoritative, recursion desired and available; one question, the answers.
  header.writeUInt16BE(query.readUInt16BE(0), 0);
  header.writeUInt16BE(0x8580, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(found ? 1 : 0, 6);
  // The name is that of the question (a pointer); type A, class IN, 60 seconds, four bytes.
  const record = Buffer.from([0xc0, headerSize, 0, typeA, 0, 1, 0, 0, 0, 60, 0, 4, ...answer.split('.').map(Number)]);
  socket.send(Buffer.concat(found ? [header, question, record] : [header, question]), from.port, from.address);
});
socket.bind(53, listen, () => console.log('ready'));
