import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

type Patience = { scratch: string; stalledAfter: number; say: (line: string) => void };

/**
 * Waits for work as long as something keeps coming: all that the work receives and prints is in its scratch folder, and
 * when that has not grown for `stalledAfter` milliseconds, the work is aborted and refused.
 */
export async function patiently<T>(
  { scratch, stalledAfter, say }: Patience,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stalled = new AbortController();
  let size = 0;
  let grownAt = Date.now();
  let saidAt = Date.now();
  const look = async () => {
    const now = await sizeOf(scratch);
    if (now !== size) [size, grownAt] = [now, Date.now()];
    else if (Date.now() - grownAt > stalledAfter) stalled.abort();
    if (size < 1e6 || Date.now() - saidAt < 3000) return;
    saidAt = Date.now();
    say(`… ${Math.round(size / 1e6)} MB so far`);
  };
  const watch = setInterval(() => void look(), Math.min(500, stalledAfter / 4));
  const givenUp = new Promise<never>((_, refuse) => {
    const reason = `nothing came for ${stalledAfter / 1000} seconds`;
    stalled.signal.addEventListener('abort', () => refuse(new Error(reason)));
  });
  try {
    return await Promise.race([work(stalled.signal), givenUp]);
  } finally {
    clearInterval(watch);
  }
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  // Files come and go while they are counted.
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (file) => (file.isFile() ? file.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, one) => sum + one, 0);
}
