/** The portal's sockets: one port that takes TLS and plain HTTP, can cut a connection early, and a CONNECT proxy for Firefox. */
import { createServer as createHttp, type Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

const LOCAL = '127.0.0.1';
const TLS_HANDSHAKE = 0x16;
const RECORD_HEADER = 5;
const SERVER_NAME_EXTENSION = 0;

/** Listens on a free port of the loopback. @returns the port */
export function listen(server: Server): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(0, LOCAL, () => done((server.address() as AddressInfo).port));
  });
}

/** Closes a server and waits until it is. */
export function close(server: Server): Promise<void> {
  return new Promise((done) => server.close(() => done()));
}

/** A port of the loopback on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await close(server);
  return port;
}

/** The host that a TLS ClientHello asks for (RFC 6066 § 3); null when it names none or is not one. */
export function serverNameOf(hello: Buffer): string | null {
  try {
    let at = RECORD_HEADER + 4 + 2 + 32; // record, handshake header, version, random
    at += 1 + hello.readUInt8(at); // session id
    at += 2 + hello.readUInt16BE(at); // cipher suites
    at += 1 + hello.readUInt8(at); // compression methods
    const end = at + 2 + hello.readUInt16BE(at);
    for (at += 2; at < end; ) {
      const type = hello.readUInt16BE(at);
      const size = hello.readUInt16BE(at + 2);
      if (type === SERVER_NAME_EXTENSION) return hello.toString('latin1', at + 9, at + 9 + hello.readUInt16BE(at + 7));
      at += 4 + size;
    }
    return null;
  } catch (error) {
    if (error instanceof RangeError) return null; // cut short: no name to be read
    throw error;
  }
}

/** Reads from `socket` until the first TLS record is whole, or at once when it is not TLS. */
function firstBytes(socket: Socket, then: (bytes: Buffer) => void): void {
  let held = Buffer.alloc(0);
  const read = (chunk: Buffer): void => {
    held = Buffer.concat([held, chunk]);
    const whole =
      held[0] !== TLS_HANDSHAKE ||
      (held.length >= RECORD_HEADER && held.length >= RECORD_HEADER + held.readUInt16BE(3));
    if (!whole) return;
    socket.off('data', read);
    socket.pause();
    then(held);
  };
  socket.on('data', read);
}

export interface Wire {
  readonly server: Server;
  /** Cuts the connection whose far end is `remotePort` with a TCP RST. */
  reset(remotePort: number | undefined): void;
  /** Ends every connection, open or waiting. */
  destroyAll(): void;
}

/**
 * Puts one port in front of the TLS server and a plain one (which only redirects to https).
 * @param unreachable says for each host, before TLS begins, whether the connection is to be cut
 */
export function makeWire(secure: HttpsServer, plain: HttpServer, unreachable: (host: string) => boolean): Wire {
  const sockets = new Map<number, Socket>();
  const server = createServer((socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.on('close', () => sockets.delete(port));
    socket.on('error', () => socket.destroy()); // the browser left: nothing to answer any more
    firstBytes(socket, (bytes) => {
      const tls = bytes[0] === TLS_HANDSHAKE;
      const host = tls ? serverNameOf(bytes) : null;
      if (host !== null && unreachable(host)) {
        socket.resetAndDestroy();
        return;
      }
      socket.unshift(bytes);
      (tls ? secure : plain).emit('connection', socket);
      // TLS reads what was put back by itself; flowing would drop it.
      if (!tls) socket.resume();
    });
  });
  return {
    server,
    reset: (remotePort) => sockets.get(remotePort ?? 0)?.resetAndDestroy(),
    destroyAll: () => {
      for (const socket of sockets.values()) socket.destroy();
    },
  };
}

/** Answers of the proxy that Firefox reads as « connection refused » and « unknown host » (nsHttpChannel's table, measured). */
const PROXY_ANSWERS = { refuse: '503 Service Unavailable', dnsFail: '404 Not Found' } as const;

export interface Proxy {
  readonly server: HttpServer;
  destroyAll(): void;
}

/**
 * A CONNECT proxy that sends every host to the portal.
 * @param target port of the portal
 * @param unreachable why a host cannot be reached, null when it can
 * @param seen called for each CONNECT, refused or not
 */
export function makeProxy(
  target: number,
  unreachable: (host: string) => 'refuse' | 'dnsFail' | null,
  seen: (host: string, refused: boolean) => void,
): Proxy {
  const open = new Set<Socket>();
  const server = createHttp((_request, response) => response.writeHead(404).end());
  server.on('connect', (request, stream, head) => {
    const client = stream as Socket;
    open.add(client);
    client.on('close', () => open.delete(client));
    client.on('error', () => client.destroy());
    const host = (request.url ?? '').replace(/:\d+$/, '').toLowerCase();
    const why = unreachable(host);
    seen(host, why !== null);
    if (why !== null) {
      client.end(`HTTP/1.1 ${PROXY_ANSWERS[why]}\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const upstream = connect(target, LOCAL, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      if (head.length > 0) upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.resetAndDestroy()); // a reset of the portal reaches the browser as a reset
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  return {
    server,
    destroyAll: () => {
      for (const socket of open) socket.destroy();
    },
  };
}
