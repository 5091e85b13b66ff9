import { staffClient } from '../staff-client.ts';
import { type StaffPlace, staffPlace } from '../staff-place.ts';
import { exitCodes, tell, troubleOf } from '../trouble.ts';
import { fitted } from './lines.ts';
import { type Colours, coloursFor, firstFrame, lastFrame } from './paint.ts';
import { beginning, type State } from './state.ts';
import { inboxView } from './view/inbox-view.ts';

/**
 * The staff's screens, in a terminal. The first frame is drawn before anything is asked and before the rest is loaded, so
 * that something is seen at once; what was typed until then is not lost.
 */
export async function openScreens(): Promise<void> {
  const { stdin, stdout } = process;
  if (!stdin.isTTY || !stdout.isTTY) {
    const message = 'This needs a terminal. Without one: oasc application list --json';
    return tell({ code: 'usage', message, problems: [] }, false);
  }
  try {
    const place = await staffPlace();
    const colours = coloursFor(process.env);
    const first = beginning({
      size: { columns: stdout.columns, rows: stdout.rows },
      now: new Date().toISOString(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      host: new URL(place.url).host,
    });
    const rows = inboxView(first, first.pages[0]).map((row) => fitted(row, first.size.columns));
    stdin.setRawMode(true);
    stdout.write(firstFrame(rows.slice(0, first.size.rows), colours));
    await goOn(first, place, colours);
  } catch (error) {
    stdin.setRawMode(false);
    stdout.write(lastFrame);
    tell(troubleOf(error), false);
  }
}

/** Everything after the first frame, until somebody leaves. */
async function goOn(first: State, place: StaffPlace, colours: Colours): Promise<void> {
  const { createStore } = await import('./store.ts');
  const { promise: left, resolve: leave } = Promise.withResolvers<boolean>();
  // Ink gives the terminal away while somebody writes, so that hand is only known once Ink is there.
  const writing = { write: async (text: string) => text };
  const store = createStore(first, staffClient(place), { leave, write: (text) => writing.write(text) });
  store.begin();
  // Ink draws nothing anew where it believes that nobody looks; here is a terminal, so somebody does.
  process.env['CI'] = 'false';
  const { runApp } = await import('./app.tsx');
  const app = await runApp(store, colours);
  writing.write = app.write;
  const interrupted = await left;
  store.stop();
  app.close();
  process.exitCode = interrupted ? exitCodes.interrupted : exitCodes.done;
}
