import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { caseActivities } from '../activities/cases.ts';
import type { deadlineActivities } from '../activities/deadlines.ts';
import type { letterActivities } from '../activities/letters.ts';
import type { mailActivities } from '../activities/mail.ts';
import type { publishingActivities } from '../activities/publishing.ts';

const retry = { initialInterval: '1 second', maximumInterval: '5 minutes' } as const;

// Quick, and harmless to run twice: run beside the workflow's own task, each leaves one event instead of six in history,
// and none of what it was given.
const beside = { startToCloseTimeout: '30 seconds', retry } as const;
export const { recordCase, recordAnnouncement } = proxyLocalActivities<ReturnType<typeof caseActivities>>(beside);
export const { planTurn } = proxyLocalActivities<ReturnType<typeof deadlineActivities>>(beside);

// An effect says that it is alive; one whose worker was killed is begun again after these seconds, not after minutes.
const effect = { startToCloseTimeout: '2 minutes', heartbeatTimeout: '5 seconds', retry } as const;
export const { issueLetter, sealLetter } = proxyActivities<ReturnType<typeof letterActivities>>(effect);
export const { sendMail } = proxyActivities<ReturnType<typeof mailActivities>>(effect);

// A code is worth nothing once its minutes are over: its mail is not tried any longer, and its reader asks for a new one.
export const { sendMail: sendCode } = proxyActivities<ReturnType<typeof mailActivities>>({
  ...effect,
  scheduleToCloseTimeout: '9 minutes',
});

export const { composeAnnouncement, renderSite, publishSite } = proxyActivities<
  ReturnType<typeof publishingActivities>
>({ ...effect, startToCloseTimeout: '30 minutes' });

// Copies that are under way when a second try begins become unknown, so this one is given up later than the others.
export const { sendNewsletter } = proxyActivities<ReturnType<typeof publishingActivities>>({
  ...effect,
  startToCloseTimeout: '12 hours',
  heartbeatTimeout: '30 seconds',
});
