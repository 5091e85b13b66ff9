import { type Field, type Form, filledIn } from '../form.ts';
import type { State } from '../state.ts';
import { calendarDay } from '../when.ts';
import { choice } from './fields.ts';

/** The dialog of what staff do for themselves and for the office: being away, coming back, a colleague who comes or goes. */
export function ownForm(act: string, state: State): Form | null {
  return forms[act]?.(state) ?? null;
}

const forms: Record<string, (state: State) => Form> = {
  away,
  back: () => ({
    title: 'I am back',
    follows: ['Your cases come to you again.'],
    fields: [],
    button: 'say so',
    done: 'Done: your cases come to you again.',
    send: () => ({ method: 'DELETE', path: '/me/absence', body: {} }),
  }),
  'add-colleague': () => ({
    title: 'Add a colleague',
    follows: ['They get a token of their own. It is shown once: hand it over safely.'],
    fields: colleague,
    button: 'add them',
    done: 'Added.',
    send: ({ name = '', roles = '' }, { id }) => ({
      path: '/staff',
      body: { id, name: name.trim(), roles: roles.split(' ').filter((one) => one !== '') },
    }),
    tells: (answer) => {
      const { name, token } = answer as { name: string; token: string };
      return [
        `${name} is added. This token is shown once; hand it over safely:`,
        '',
        token,
        '',
        'They work with it from their own computer: OASC_URL is the address of this service, OASC_TOKEN the token.',
      ];
    },
  }),
  'revoke-colleague': ({ staff, me }) => {
    const others = staff.filter(({ id }) => id !== me?.id).map(({ id, name }) => [id, name]);
    return {
      title: 'A colleague leaves',
      follows: ['Their token counts no longer; what they did stays.'],
      fields: [choice('person', 'Who?', Object.fromEntries(others))],
      confirm: 'leaves',
      button: 'end their token',
      done: 'Done: their token counts no longer.',
      send: ({ person = '' }) => ({ method: 'DELETE', path: `/staff/${encodeURIComponent(person)}`, body: {} }),
    };
  },
};

const roles = { reviewer: 'reviewer', editor: 'editor', approver: 'approver', administrator: 'administrator' };
const colleague: Field[] = [
  { name: 'name', label: 'Their name', kind: 'line', needed: true },
  {
    ...choice('roles', 'What may they do? Figures mark', roles),
    kind: 'many',
    begins: 'reviewer editor approver',
  },
];

function away({ staff, me, now, zone }: State): Form {
  const others = Object.fromEntries(staff.filter(({ id }) => id !== me?.id).map(({ id, name }) => [id, name]));
  const day = (name: string, label: string, days: number): Field => ({
    name,
    label,
    kind: 'day',
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
    done: 'Done: your deputy looks after your cases meanwhile.',
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
}
