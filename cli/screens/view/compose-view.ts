import type { Row } from '../known.ts';
import { bold, column, type Line, line, toned } from '../lines.ts';
import type { ComposePage, State } from '../state.ts';
import { byWhen } from '../when.ts';
import { countryName, signOf, whatToDo } from '../words/stages.ts';
import { footer, rule, whereabouts, windowed } from './frame.ts';

/** The cities that can be announced, those that are in first and in their order. */
export function composeView(state: State, page: ComposePage): Line[] {
  const rows = composeRows(page);
  const height = state.size.rows - 9;
  const from = Math.max(0, Math.min(page.selected - Math.floor(height / 2), rows.length - height));
  const drawn = rows.map((row, index) => cityLine(state, page, row, index === page.selected));
  const countries = new Set(rows.filter(({ city }) => page.chosen.includes(city)).map(({ country }) => country));
  return [
    whereabouts('Announce cities together'),
    line(
      `   ${page.chosen.length} in, from ${countries.size} ${countries.size === 1 ? 'country' : 'countries'}. Headline and first sentence follow from the cities.`,
    ),
    line(''),
    line(toned('quiet', `      ${column('City', 22)} In  What it waits for            Due`)),
    rule(state),
    ...windowed(rows.length === 0 ? [line(`   ${emptyWords(page)}`)] : drawn, from, height),
    rule(state),
    ...footer(state, 'compose'),
  ];
}

/** Chosen cities in their order, then the others. */
export function composeRows({ rows, chosen }: ComposePage): Row[] {
  const free = (rows ?? []).filter(
    ({ stage, step, city }) => stage !== 'announcement' || step === 'free' || chosen.includes(city),
  );
  const into = chosen.flatMap((city) => free.filter((row) => row.city === city));
  return [...into, ...free.filter(({ city }) => !chosen.includes(city))];
}

function emptyWords({ rows }: ComposePage): string {
  return rows === null ? 'Asking ...' : 'No city is ready to be announced: its words are approved or waived first.';
}

function cityLine({ now, zone }: State, page: ComposePage, row: Row, isSelected: boolean): Line {
  const place = page.chosen.indexOf(row.city);
  const waits = row.step === 'free' ? '+ ready' : `${signOf(row)} ${whatToDo(row)}`;
  const words = ` ${place < 0 ? '[ ]' : '[x]'} ${column(row.name, 22)} ${row.country}  ${column(waits, 28)} ${row.due ? byWhen(row.due, now, zone) : ''}`;
  const marked = isSelected ? bold(`>${words}`) : ` ${words}`;
  return line(marked, toned('quiet', isSelected ? `  ${countryName(row.country)}` : ''));
}
