import type { TimestampFaultKind } from '../domain/timestamp-fault.ts';

/** What is wrong with an authority for timestamps, as a sentence without its subject and its full stop. */
export const timestampWords: Record<TimestampFaultKind, string> = {
  unreachable: 'cannot be reached',
  silent: 'does not answer in time',
  'http-error': 'answers with an error',
  junk: 'answers with something that is no timestamp',
  rejected: 'refuses to stamp',
  'other-document': 'stamped another document: an old answer may have been sent again',
  'other-question': 'answered another question: an old answer may have been sent again',
  'other-policy': 'stamps under another policy than OASC_TIMESTAMP_POLICY names',
  broken: 'sent a timestamp that was changed after it was signed',
  'not-for-timestamps': 'signs with a certificate that is not for timestamps alone',
  untrusted: 'is not known here: its certificate leads to none in OASC_TIMESTAMP_ROOTS',
  'wrong-time': 'says a time that is more than five minutes from ours',
};

/** Why a letter is not sealed yet, and that nobody need send anything again. */
export function sealWaitsWords(why: TimestampFaultKind): string {
  return (
    `The letter is signed and waits for its seal: the authority for timestamps ${timestampWords[why]}. ` +
    'It is asked again every few minutes by itself; whoever runs the service looks at OASC_TIMESTAMP (oasc doctor).'
  );
}
