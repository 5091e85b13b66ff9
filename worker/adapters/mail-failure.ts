/**
 * Why a mail did not get through: `refused` for ever, by the server's answer to this mail or because it cannot be sent
 * at all; `deferred`, so another try can help and nobody got it; `unknown`, lost after the text was handed over, so it
 * may have arrived. `code` is the server's answer in three digits, where it gave one.
 */
export type MailFailure = { kind: 'refused' | 'deferred' | 'unknown'; code: number | null };

/** What is known of an error that the mailer threw; of any other error nothing is. */
export function failureOf(error: unknown): MailFailure {
  const cause = error instanceof Error ? error.cause : null;
  return isMailFailure(cause) ? cause : { kind: 'unknown', code: null };
}

/** An error that carries a failure and nothing that could name a person. */
export function failed(failure: MailFailure): Error {
  const answer = failure.code === null ? '' : `: the mail server answered ${failure.code}`;
  return new Error(`Mail ${failure.kind}${answer}.`, { cause: failure });
}

/** What an error of nodemailer means, given whether the text of the mail was already being handed over. */
export function classified(error: unknown, handedOver: boolean): MailFailure {
  const code = property(error, 'responseCode');
  if (typeof code === 'number' && code >= 400 && code < 600)
    return { kind: isFinal(code, property(error, 'command')) ? 'refused' : 'deferred', code };
  if (handedOver) return { kind: 'unknown', code: null };
  // Without an answer these two say that the mail itself cannot be sent: its envelope is wrong, or it is too large.
  const ownFault = ['EENVELOPE', 'EMESSAGE'].includes(String(property(error, 'code')));
  return { kind: ownFault ? 'refused' : 'deferred', code: null };
}

/** A refusal is about this mail only when it answers the mail; 503 says that the conversation went wrong, not the mail. */
function isFinal(code: number, command: unknown): boolean {
  return code >= 500 && code !== 503 && ['MAIL FROM', 'RCPT TO', 'DATA'].includes(String(command));
}

function isMailFailure(cause: unknown): cause is MailFailure {
  return ['refused', 'deferred', 'unknown'].includes(String(property(cause, 'kind')));
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && name in of ? Reflect.get(of, name) : undefined;
}
