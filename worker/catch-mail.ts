import { join } from 'node:path';
import { startMailCatcher } from './adapters/mail-catcher.ts';
import { runProcess } from './process.ts';

/** The process that catches mails: its port is the first word of its command line. */
await runProcess('mail', async ({ dataFolder }) => {
  const catcher = await startMailCatcher({ folder: join(dataFolder, 'mails'), port: Number(process.argv[2] ?? 0) });
  return { opened: { health: `smtp://${catcher.host}:${catcher.port}` }, stop: catcher.stop };
});
