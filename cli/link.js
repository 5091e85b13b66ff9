// Makes `npx oasc` find the command in its own project, where npm links the commands of dependencies only.
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url));
const link = `${folder}oasc`;

mkdirSync(folder, { recursive: true });
rmSync(link, { force: true });
symlinkSync('../../cli/oasc.js', link);
chmodSync(fileURLToPath(new URL('oasc.js', import.meta.url)), 0o755);
