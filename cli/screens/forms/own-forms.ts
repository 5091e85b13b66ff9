import { type Form, filledIn } from '../form.ts';
import type { State } from '../state.ts';
import { calendarDay } from '../when.ts';
import { choice } from './fields.ts';

/** The dialogs of what staff do for themselves and for the office: being away, coming back, a new colleague. */
export function ownForm(act: string, state: State): Form | null {
  return forms[act]?.(state) ?? null;
}

const forms: Record<string, (state: State) => Form> = {
  away: ({ staff, me, now, zone }) => {
    const others = Object.fromEntries(staff.filter(({ id }) => id !== me?.id).map(({ id, name }) => [id, name]));
    const day = (name: string, label: string, days: number) => ({
      name,
      label,
      kind: 'day' as const,
      needed: true,
      begins: calendarDay(now, zone, days),
    });
    const fields = [
      day('from', 'Away from which day', 1),
      day('until', 'to which day, that one included', 14),
      choice('deputy', 'Who looks after your cases?', others),
    ];
    return {
      title: 'I am away',
      follows: ['Your cases and their reminders go to your deputy meanwhile. Four eyes stay four eyes.'],
      fields,
      button: 'say so',
      done: 'Noted: your deputy sees your cases while you are away.',
      send: (values, { id }) => ({
        path: '/me/absence',
        body: {
          id,
          ...filledIn(
            values,
            fields.map(({ name }) => name),
          ),
        },
      }),
    };
  },
  back: () => ({
    title: 'I am back',
    follows: ['Your cases come to you again.'],
    fields: [],
    button: 'say so',
    done: 'Welcome back.',
    send: () => ({ method: 'DELETE', path: '/me/absence', body: {} }),
  }),
};
