import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/**
 * Starts an HTTP server on loopback for the length of one test; returns the address of its root, without a final slash.
 */
export function serve(answer: RequestListener, host = '127.0.0.1'): Promise<string> {
  return listen(createServer(answer), host);
}

/**
 * Starts a server that says on the wire just what it is given, once a request has come: for answers that no library
 * sends.
 */
export function serveRaw(answer: (socket: Socket, request: string) => void, host = '127.0.0.1'): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', (data) => answer(socket, data.toString('latin1')));
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return listen(server, host);
}

export function listen(server: Server, host = '127.0.0.1'): Promise<string> {
  onTestFinished(() => {
    if ('closeAllConnections' in server) (server as { closeAllConnections(): void }).closeAllConnections();
    server.close();
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, host, () => resolve(`http://${host}:${(server.address() as AddressInfo).port}`));
  });
}
