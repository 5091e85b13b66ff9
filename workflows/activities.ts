import { proxyActivities } from '@temporalio/workflow';
import type { caseActivities } from '../activities/cases.ts';
import type { deadlineActivities } from '../activities/deadlines.ts';
import type { letterActivities } from '../activities/letters.ts';
import type { mailActivities } from '../activities/mail.ts';
import type { publishingActivities } from '../activities/publishing.ts';

const retry = { initialInterval: '1 second', maximumInterval: '5 minutes' } as const;

export const { recordCase, recordAnnouncement } = proxyActivities<ReturnType<typeof caseActivities>>({
  startToCloseTimeout: '30 seconds',
  retry,
});

export const { planTurn } = proxyActivities<ReturnType<typeof deadlineActivities>>({
  startToCloseTimeout: '30 seconds',
  retry,
});

export const { issueLetter, sealLetter } = proxyActivities<ReturnType<typeof letterActivities>>({
  startToCloseTimeout: '2 minutes',
  retry,
});

export const { sendMail } = proxyActivities<ReturnType<typeof mailActivities>>({
  startToCloseTimeout: '2 minutes',
  retry,
});

// A code is worth nothing once its minutes are over: its mail is not tried any longer, and its reader asks for a new one.
export const { sendMail: sendCode } = proxyActivities<ReturnType<typeof mailActivities>>({
  startToCloseTimeout: '2 minutes',
  scheduleToCloseTimeout: '9 minutes',
  retry,
});

export const { composeAnnouncement, renderSite, publishSite, sendNewsletter } = proxyActivities<
  ReturnType<typeof publishingActivities>
>({ startToCloseTimeout: '30 minutes', retry });
