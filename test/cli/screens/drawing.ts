import type { Answer, Event } from '../../../cli/screens/events.ts';
import type { Row } from '../../../cli/screens/known.ts';
import { beginning, type State } from '../../../cli/screens/state.ts';
import { update } from '../../../cli/screens/update.ts';
import { view } from '../../../cli/screens/view.ts';

/** Tuesday 2 March 2027, 10:42 in Brussels. */
export const now = '2027-03-02T09:42:00.000Z';
export const zone = 'Europe/Brussels';

export const ada = {
  id: 'ada',
  name: 'Ada Lindqvist',
  roles: ['reviewer', 'editor', 'approver'],
  network: { name: 'Open & Agile Smart Cities', shortName: 'OASC', zone },
  undoMinutes: 10,
};

/** The screens before anything was answered, in a terminal of 80 x 24. */
export function atTheBeginning(size = { columns: 80, rows: 24 }): State {
  return beginning({ size, now, zone, host: 'join.oasc.example' });
}

/** What is seen, as text without colours; each row without the spaces at its end. */
export function drawn(state: State): string[] {
  return view(state).map((row) =>
    row
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  );
}

export const villanera: Row = {
  id: 'es-villanera.1',
  city: 'es-villanera',
  name: 'Villanera',
  country: 'ES',
  reference: 'VIL-8K2M',
  stage: 'review',
  step: null,
  waits_for: 'staff',
  due: '2027-02-26T16:00:00.000Z',
  overdue: true,
  since: '2027-02-24T16:26:00.000Z',
  todo: 'decide on the answers',
};

export const camliova: Row = {
  id: 'tr-camliova.1',
  city: 'tr-camliova',
  name: 'Çamlıova',
  country: 'TR',
  reference: 'CAM-4Q7T',
  stage: 'letter',
  step: 'verify',
  waits_for: 'staff',
  due: '2027-03-03T16:00:00.000Z',
  overdue: false,
  since: '2027-03-01T15:20:00.000Z',
  todo: 'verify the letter',
};

export const higashinami: Row = {
  ...camliova,
  id: 'jp-higashinami.1',
  city: 'jp-higashinami',
  name: '東浪 Higashinami',
  country: 'JP',
  step: 'sign',
  waits_for: 'city',
  due: '2027-03-08T16:00:00.000Z',
  todo: 'the city signs',
};

/** A key by its name, as the terminal hands it on. */
export function key(name: string): Event {
  return { kind: 'key', key: name, text: name.length === 1 ? name : '', id: `act of ${name}` };
}

/** The state after keys, one after the other. */
export function pressing(state: State, ...keys: string[]): State {
  return keys.reduce((before, name) => update(before, key(name))[0], state);
}

/** The state after a text was typed. */
export function typing(state: State, text: string): State {
  return pressing(state, ...Array.from(text));
}

/** The state after answers of the service. */
export function answered(state: State, ...answers: Answer[]): State {
  return answers.reduce((before, answer) => update(before, { kind: 'answered', answer, now })[0], state);
}
