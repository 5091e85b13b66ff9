import type { Sha256 } from '../../domain/ids.ts';
import type { Network } from '../../domain/network.ts';
import type { Records } from '../../records/records.ts';
import type { Mailer } from './mailer.ts';
import type { SiteFolder } from './site-folder.ts';

/** What announcements are made with. */
export type PressRoom = { records: Records; network: Network; site: SiteFolder; mailer: Mailer; address: string };

/** The rendered pages by their path, each by the hash of its bytes. */
export type Pages = { files: Record<string, Sha256>; article: string; editions: number };
