import { execFileSync } from 'node:child_process';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A disk of its own for one folder, which can be filled to its last byte. */
export type SmallDisk = { fill(): Promise<void>; free(): Promise<void>; remove(): void };

/** Puts a disk of so many megabytes under a folder; null where this user may not, and then nothing can be said of full disks. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<SmallDisk | null> {
  await mkdir(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const ballast = join(folder, 'ballast');
  return {
    fill: async () => {
      const file = await open(ballast, 'a');
      try {
        for (const block of [1024 * 1024, 4096, 1]) await writeUntilFull(file, Buffer.alloc(block));
      } finally {
        await file.close();
      }
    },
    free: () => rm(ballast, { force: true }),
    remove: () => void execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' }),
  };
}

async function writeUntilFull(file: FileHandle, block: Buffer): Promise<void> {
  for (;;) {
    const { bytesWritten } = await file.write(block).catch(() => ({ bytesWritten: 0 }));
    if (bytesWritten < block.length) return;
  }
}
