import type { Application } from './application.ts';
import type { Day } from './ids.ts';

/** What a machine can tell about an application before a person decides; a hint, never a decision. */
export type Check = { id: CheckId; state: 'ok' | 'attention' | 'unknown'; facts: Record<string, string> };
export type CheckId =
  | 'mandate'
  | 'term'
  | 'signing-address'
  | 'mail-domain'
  | 'zone'
  | 'population'
  | 'body'
  | 'evidence'
  | 'earlier';

/** Every check of an application on a day; `rejected` is the city's last rejected case, where there is one. */
export function eligibilityChecks(application: Application, on: { today: Day; rejected: string | null }): Check[] {
  return [
    mandate(application, on.today),
    term(application, on.today),
    signingAddress(application),
    mailDomain(application),
    zone(application),
    population(application, on.today),
    body(application),
    evidence(application),
    ...(on.rejected === null ? [] : [check('earlier', 'attention', { case: on.rejected })]),
  ];
}

/** A decision to join must be in force before a letter that rests on it is signed. */
function mandate({ mandate: { decidedOn, effectiveOn, kind } }: Application, today: Day): Check {
  const state = effectiveOn > today || decidedOn > effectiveOn ? 'attention' : 'ok';
  return check('mandate', state, { kind, decidedOn, effectiveOn });
}

/** Whoever signs should still hold the office when the letter has gone its way, which takes two months as a rule. */
function term({ officeHolder: { termEnd } }: Application, today: Day): Check {
  if (termEnd === undefined) return check('term', 'unknown', {});
  return check('term', termEnd < daysAfter(today, 60) ? 'attention' : 'ok', { termEnd });
}

/** The code that signs goes to the office-holder's address: nobody who drafts for them should read it. */
function signingAddress({ officeHolder, contacts }: Application): Check {
  const address = officeHolder.email.toLowerCase();
  const same = contacts.find(({ email }) => email.toLowerCase() === address);
  if (!same) return check('signing-address', 'ok', {});
  return check('signing-address', same.role === 'mayor-office' ? 'unknown' : 'attention', { role: same.role });
}

/** A main contact writes from the authority's own domain; a free mail address could be anybody's. */
function mailDomain({ authority, contacts }: Application): Check {
  const site = new URL(authority.website).hostname.replace(/^www\./, '');
  const host =
    contacts
      .find(({ role }) => role === 'main')
      ?.email.split('@')[1]
      ?.toLowerCase() ?? '';
  if (within(host, site) || within(site, host)) return check('mail-domain', 'ok', { host, site });
  return check('mail-domain', freeMail.test(host) ? 'attention' : 'unknown', { host, site });
}

/** Deadlines count in the city's zone, so it should be one of its country's. */
function zone({ authority: { country, timeZone } }: Application): Check {
  const zones = zonesOf(country);
  if (zones.length === 0) return check('zone', 'unknown', { country, timeZone });
  return check('zone', zones.includes(plainZone(timeZone)) ? 'ok' : 'attention', { country, timeZone });
}

/** A figure for the article that is older than ten years is not the city's any more. */
function population({ authority: { population: figure } }: Application, today: Day): Check {
  const age = Number(today.slice(0, 4)) - Number(figure.asOf.slice(0, 4));
  return check('population', age > 10 ? 'attention' : age > 5 ? 'unknown' : 'ok', { asOf: figure.asOf });
}

/** Where several authorities apply as one, a person says which of them becomes the member. */
function body({ authority: { kind } }: Application): Check {
  return check('body', kind === 'joint' ? 'attention' : 'ok', { kind });
}

function evidence({ claims }: Application): Check {
  const without = claims.filter((claim) => claim.evidence === undefined).length;
  return check('evidence', without === 0 ? 'ok' : 'unknown', {
    without: String(without),
    claims: String(claims.length),
  });
}

function check(id: CheckId, state: Check['state'], facts: Check['facts']): Check {
  return { id, state, facts };
}

const freeMail =
  /^(gmail|googlemail|outlook|hotmail|live|yahoo|gmx|web|icloud|proton|protonmail|mail|aol|yandex)\.[a-z.]+$/;

function within(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function zonesOf(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): string[] | undefined };
  return (locale.getTimeZones?.() ?? []).map(plainZone);
}

/** The name under which a zone is known now, whatever it was called when it was written. */
function plainZone(name: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
}

function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T12:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
