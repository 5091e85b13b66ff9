import { randomBytes } from 'node:crypto';

/**
 * Notes that something broke, and answers with the number under which it is found again. On stderr go the number and the
 * error's name alone: a message or a stack may hold what somebody wrote.
 */
export function noteFault(error: unknown): string {
  const number = randomBytes(4).toString('hex').toUpperCase();
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : typeof error;
  process.stderr.write(`fault ${number} ${name}\n`);
  return number;
}
