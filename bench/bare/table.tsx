/** @jsxImportSource react */
import { Box, render, Text, useApp, useInput } from 'ink';
import { useState } from 'react';

// A table of 10,000 rows in Ink and nothing else: a window of rows, one text a row, the marked one inverse.
const rows = Array.from({ length: 10_000 }, (_, index) => `  TR  Bench ${index}`.padEnd(30) + 'review  staff  12 May');
const height = (process.stdout.rows ?? 24) - 3;

function Table() {
  const [at, move] = useState(0);
  const { exit } = useApp();
  useInput((input) => {
    if (input === 'j') move((now) => Math.min(rows.length - 1, now + 1));
    if (input === 'q') exit();
  });
  const first = Math.max(0, at - height + 1);
  return (
    <Box flexDirection="column">
      <Text bold>Ink table</Text>
      {rows.slice(first, first + height).map((row, index) => (
        <Text key={row} inverse={first + index === at}>
          {row}
        </Text>
      ))}
    </Box>
  );
}

render(<Table />, { alternateScreen: true });
