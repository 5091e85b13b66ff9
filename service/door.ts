import type { Client } from '@temporalio/client';
import type { Instant } from '../domain/ids.ts';
import type { Network } from '../domain/network.ts';
import type { Records } from '../records/records.ts';
import type { Secret } from '../records/secrets.ts';
import type { Inspector } from './letter/inspector.ts';

/** The one door: everything that people do and ask goes through it, and nothing else talks to Temporal. */
export type Door = {
  records: Records;
  temporal: Client;
  network: Network;
  clock: DoorClock;
  secret: Secret;
  /** Where people reach portal and site, without a slash at the end. */
  address: string;
  /** The certificates of the network's seal in PEM: from the one that seals upwards, and those at the top that count. */
  seal?: { chain: string[]; roots: string[] };
  /** Looks at files from outside, apart from everything here. */
  inspector: Inspector;
  /** Renders the public lists of members anew, where a site is served. */
  publishDirectory?(): Promise<void>;
};

/** The door's clock; only tests and the demonstration ever move it. */
export type DoorClock = { now(): Instant };

/** How long the door waits for a workflow to take an act. */
export const patience = 15_000;
