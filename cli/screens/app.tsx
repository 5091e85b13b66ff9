/** @jsxImportSource react */
import { randomUUID } from 'node:crypto';
import { Box, render, Text, useApp, useInput, useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { keysNamed } from './key-names.ts';
import { writeInEditor } from './own-editor.ts';
import { type Colours, painted } from './paint.ts';
import type { Store } from './store.ts';
import { view } from './view.ts';

/** Hands the terminal to Ink until somebody leaves: it draws what `view` says and tells the store about keys. */
export async function runApp(store: Store, colours: Colours): Promise<App> {
  const app = render(<Screens store={store} colours={colours} />, {
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 60,
  });
  await app.waitUntilRenderFlush();
  return {
    close: () => app.unmount(),
    write: async (text) => {
      let written = text;
      await suspension.suspend(async () => {
        written = await writeInEditor(text);
      });
      return written;
    },
  };
}

export type App = { close(): void; write(text: string): Promise<string> };

/** Ink's way to give the terminal away for a while, which only a component can ask for. */
const suspension: { suspend(during: () => Promise<void>): Promise<void> } = { suspend: (during) => during() };

function Screens({ store, colours }: { store: Store; colours: Colours }) {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { columns, rows } = useWindowSize();
  suspension.suspend = useApp().suspendTerminal;
  useEffect(() => {
    const { size } = store.state();
    if (size.columns !== columns || size.rows !== rows) store.dispatch({ kind: 'resized', size: { columns, rows } });
  }, [store, columns, rows]);
  useInput((input, key) => {
    for (const named of keysNamed(input, key)) store.dispatch({ kind: 'key', id: randomUUID(), ...named });
  });
  return (
    <Box flexDirection="column" width={state.size.columns} height={state.size.rows}>
      {view(state).map((row, index) => (
        // A row is its place on the screen.
        <Text key={index} wrap="truncate">
          {painted(row, colours)}
        </Text>
      ))}
    </Box>
  );
}
