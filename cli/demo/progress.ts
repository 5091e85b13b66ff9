/** Tells what happens, one line a step; `step` also says how long the one before it took. */
export type Progress = { step(line: string): void; say(line: string): void };

export function createProgress(write: (line: string) => void): Progress {
  const began = Date.now();
  return {
    step: (line) => write(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${line}`),
    say: write,
  };
}
