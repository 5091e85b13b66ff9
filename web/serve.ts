import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

export type Serving = { address: string; stop(): Promise<void> };

/** How long answers that are under way may still take once the web is to stop. */
const patience = 5000;

/**
 * Serves an application over HTTP; port 0 takes a free one. Fails where the port is taken. `stop` takes no more visits,
 * closes idle connections at once, and waits at most 5 seconds for answers that are under way.
 */
export async function serveApp(app: Hono, { host, port }: { host: string; port: number }): Promise<Serving> {
  const answer = getRequestListener(app.fetch, { hostname: host });
  const server = createServer((request, response) => void answer(request, response));
  const silent = silentConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const listening = server.address();
  const chosen = typeof listening === 'object' && listening ? listening.port : port;
  return {
    address: `http://${host}:${chosen}`,
    stop: async () => {
      for (const connection of silent) connection.destroy();
      // A connection that has got its answer meanwhile is kept alive by its client, so it is looked for again and again.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const limit = setTimeout(() => server.closeAllConnections(), patience);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearInterval(sweep);
      clearTimeout(limit);
    },
  };
}

/** Connections over which nothing was asked yet, such as browsers open ahead; the server itself does not call them idle. */
function silentConnections(server: Server): Set<Socket> {
  const silent = new Set<Socket>();
  server.on('connection', (connection) => {
    silent.add(connection);
    connection.once('close', () => silent.delete(connection));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  return silent;
}
