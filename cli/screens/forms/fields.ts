import { type Field, reasonField } from '../form.ts';
import type { CaseFile, Me } from '../known.ts';
import { calendarDay } from '../when.ts';

/** A case and who acts on it, as a form is made for them. */
export type CaseContext = { file: CaseFile; me: Me | null; now: string };

/** A reason that goes to the city. */
export const cityReads = (label: string): Field => ({ ...reasonField, label: `${label} The city reads this.` });
/** A reason that stays among the staff. */
export const staffReads = (label: string): Field => ({ ...reasonField, label: `${label} Staff read this.` });
/** A day until which something holds, in the city's zone. */
export const until =
  (label: string, days: number) =>
  ({ file, now }: CaseContext): Field => ({
    name: 'until',
    label: `${label} (a day such as 2027-03-16; 17:00, ${zoneOf(file)})`,
    kind: 'day',
    needed: true,
    begins: calendarDay(now, zoneOf(file), days),
  });

/** How something came that staff do for a city. */
export const evidence: Field = choice('evidence', 'How did it come?', {
  mail: 'by mail',
  call: 'by phone',
  paper: 'on paper',
});

/** One of some, by what each stands for; the first is chosen at first. */
export function choice(name: string, label: string, options: Record<string, string>): Field {
  const listed = Object.entries(options).map(([value, says]) => ({ value, says }));
  return { name, label, kind: 'choice', needed: true, options: listed, begins: listed[0]?.value ?? '' };
}

/** The city's own time zone. */
export function zoneOf({ application }: CaseFile): string {
  return application.authority.timeZone;
}
