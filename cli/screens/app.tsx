/** @jsxImportSource react */
import { Box, render, Text, useInput, useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { keyNamed } from './key-names.ts';
import { type Colours, painted } from './paint.ts';
import type { Store } from './store.ts';
import { view } from './view.ts';

/** Hands the terminal to Ink until somebody leaves: it draws what `view` says and tells the store about keys. */
export async function runApp(store: Store, colours: Colours): Promise<() => void> {
  const app = render(<Screens store={store} colours={colours} />, {
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 60,
  });
  await app.waitUntilRenderFlush();
  return () => app.unmount();
}

function Screens({ store, colours }: { store: Store; colours: Colours }) {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { columns, rows } = useWindowSize();
  useEffect(() => {
    const { size } = store.state();
    if (size.columns !== columns || size.rows !== rows) store.dispatch({ kind: 'resized', size: { columns, rows } });
  }, [store, columns, rows]);
  useInput((input, key) => store.dispatch({ kind: 'key', ...keyNamed(input, key) }));
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
