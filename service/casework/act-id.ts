import { z } from 'zod';

/** An id that makes what is sent one act, however often it is sent. */
export const actId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'is not an id of 8 to 64 letters, digits and hyphens');
