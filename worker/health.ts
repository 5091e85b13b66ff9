import { once } from 'node:events';
import { createServer } from 'node:http';

/** What is asked of a process: whether it works, in categories and counts. */
export type Health = { status: 'ok' | 'broken' } & Record<string, unknown>;

export type HealthDesk = { address: string; port: number; stop(): Promise<void> };

/** Answers `GET` of a few paths, each with a text of some type or, for a health, JSON with 200 or 503. */
export async function openHealthDesk(
  { host, port }: { host: string; port: number },
  answers: Record<string, () => Promise<Health | { type: string; text: string }>>,
): Promise<HealthDesk> {
  const server = createServer((request, response) => {
    const ask = answers[(request.url ?? '').split('?')[0] ?? ''];
    if (!ask) return void response.writeHead(404).end();
    ask().then(
      (answer) => {
        if ('text' in answer) response.writeHead(200, { 'content-type': String(answer['type']) }).end(answer['text']);
        else {
          const status = answer.status === 'ok' ? 200 : 503;
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
        }
      },
      () => response.writeHead(503, { 'content-type': 'application/json' }).end('{"status":"broken"}'),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  const found = server.address();
  const chosen = typeof found === 'object' && found ? found.port : port;
  return {
    port: chosen,
    address: `http://${host}:${chosen}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A health from a question that answers when all is well. */
export async function healthBy(question: () => Promise<unknown>): Promise<Health> {
  return await question().then(
    () => ({ status: 'ok' as const, pid: process.pid }),
    () => ({ status: 'broken' as const, pid: process.pid }),
  );
}
