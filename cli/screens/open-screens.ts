import { staffClient } from '../staff-client.ts';
import { staffPlace } from '../staff-place.ts';
import { exitCodes, tell } from '../trouble.ts';
import { coloursFor, firstFrame } from './paint.ts';
import { beginning } from './state.ts';
import { createStore } from './store.ts';
import { view } from './view.ts';

/**
 * The staff's screens, in a terminal. The first frame is drawn before anything is asked and before Ink is loaded, so that
 * something is seen at once; what was typed until then is not lost.
 */
export async function openScreens(): Promise<void> {
  const { stdin, stdout } = process;
  if (!stdin.isTTY || !stdout.isTTY) return needsTerminal();
  const place = await staffPlace();
  const colours = coloursFor(process.env);
  const size = { columns: stdout.columns, rows: stdout.rows };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const first = beginning({ size, now: new Date().toISOString(), zone, host: new URL(place.url).host });
  stdin.setRawMode(true);
  stdout.write(firstFrame(view(first), colours));

  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  // Ink gives the terminal away while somebody writes, so it is only known once it is there.
  const writing = { write: async (text: string) => text };
  const store = createStore(first, staffClient(place), { leave, write: (text) => writing.write(text) });
  store.begin();
  const { runApp } = await import('./app.tsx');
  const app = await runApp(store, colours);
  writing.write = app.write;
  await left;
  store.stop();
  app.close();
}

function needsTerminal(): void {
  tell({ code: 'usage', message: 'This needs a terminal. Use: oasc application list --json', problems: [] }, false);
  process.exitCode = exitCodes.usage;
}
