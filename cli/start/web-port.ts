import { once } from 'node:events';
import { createServer } from 'node:net';

/** The port that the web will listen on: the one wanted, or a free one for 0. Fails with what to do where it cannot be had. */
export async function webPort(host: string, wanted: number): Promise<number> {
  const probe = createServer().listen(wanted, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw new Error(sentenceFor(error, host, wanted));
  }
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : wanted;
}

function sentenceFor(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. End that program, or choose another port: PORT=${port + 1} npm start`;
  if (code === 'EACCES')
    return `Port ${port} may not be opened by this user. Choose one above 1023, and let a proxy stand in front: PORT=4700 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is ${host}, which is no address of this machine. Take it out, or set it to 127.0.0.1 or 0.0.0.0.`;
  return `The web cannot listen on ${host}:${port} (${String(code)}).`;
}
