/** Runs one command, or the screens where none is named; nothing here calls `process.exit`. */
export async function run(words: string[]): Promise<void> {
  whoeverStopsListening();
  // The screens are drawn before anything else is loaded, so neither loads the other.
  if (words.length === 0) return await (await import('./screens/open-screens.ts')).openScreens();
  const { runCommand } = await import('./commands/program.ts');
  await runCommand(words);
}

/** Output that nobody reads any more, as with `| head`, is no fault: the command goes on to its end. */
function whoeverStopsListening(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
