import { Hono } from 'hono';
import { type Door, healthOf } from '../service/door-health.ts';

/**
 * Whether the web works: 200 while it can read its records, 503 when it cannot. Temporal's state stands beside it; while
 * that is silent, pages are still shown and acts wait.
 */
export function createHealth(door: Door): Hono {
  return new Hono().get('/', async (c) => {
    const health = await healthOf(door);
    c.header('cache-control', 'no-store');
    return c.json(health, health.status === 'ok' ? 200 : 503);
  });
}
