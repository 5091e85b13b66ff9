import { sha256 } from './canonical.ts';
import { slugOf } from './city-id.ts';

/** The Message-ID of a delivery: always the same, so that a second copy can be known as one. */
export function messageIdOf(id: string, domain: string): string {
  return `<${slugOf(id)}.${markOf(id)}@${domain}>`;
}

/** The part of a Message-ID by which a delivery is known in whatever names it, such as a report that it came back. */
export function markOf(id: string): string {
  return sha256(id).slice(0, 16);
}

/** The marks of all deliveries that a text names by their Message-IDs. */
export function marksIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\.([0-9a-f]{16})@/g)].map(([, mark = '']) => mark))];
}
