import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

/** A log on disk, line by line; when it is full it becomes `….1`, and a new one begins. */
export type LogFile = { write(line: string): void; close(): void };

const largest = 20 * 1024 * 1024;

/** Opens a log to add to it. A line that cannot be written is lost: a full disk must not end what is logged. */
export function openLogFile(file: string): LogFile {
  let open = openSync(file, 'a', 0o600);
  let size = fstatSync(open).size;
  return {
    write: (line) => {
      try {
        if (size > largest) {
          closeSync(open);
          renameSync(file, `${file}.1`);
          open = openSync(file, 'a', 0o600);
          size = 0;
        }
        size += writeSync(open, `${line}\n`);
      } catch {
        // What is logged goes on.
      }
    },
    close: () => closeSync(open),
  };
}
