import { actWords } from '../act-table.ts';
import type { Offer } from '../known.ts';
import { bold, column, type Line, line, toned, wrapped } from '../lines.ts';
import type { PalettePage, State } from '../state.ts';
import { known } from '../subjects.ts';
import { footer, rule, whereabouts, windowed } from './frame.ts';

/** Every act by its name: those that are possible first, then the others with the reason. */
export function paletteView(state: State, page: PalettePage): Line[] {
  const offers = paletteOffers(state, page);
  const height = state.size.rows - 10;
  const from = Math.max(0, Math.min(page.selected - Math.floor(height / 2), offers.length - height));
  const rows = offers.map((offer, index) => offerLine(offer, index === page.selected));
  const picked = offers[page.selected];
  const why = picked && !picked.may ? wrapped(picked.sentence ?? '', state.size.columns - 4) : [];
  return [
    whereabouts(known(state, page.subject)?.name ?? '...', 'Any act'),
    line(bold(` : ${page.filter}_`), toned('quiet', `   ${offers.length} acts`)),
    rule(state),
    ...windowed(
      rows.length === 0 ? [line('   No act of that name. Backspace takes letters away.')] : rows,
      from,
      height,
    ),
    rule(state),
    ...windowed(
      why.map((row) => line(`   ${row}`)),
      0,
      3,
    ),
    ...footer(state, 'palette'),
  ];
}

/** The acts that fit what is typed. */
export function paletteOffers(state: State, page: PalettePage): Offer[] {
  const typed = page.filter.toLowerCase();
  const fitting = (known(state, page.subject)?.offers ?? []).filter(
    ({ kind }) => actWords(kind).says.includes(typed) || kind.includes(typed),
  );
  return [...fitting.filter(({ may }) => may), ...fitting.filter(({ may }) => !may)];
}

function offerLine({ kind, may, sentence }: Offer, isSelected: boolean): Line {
  const { key, says } = actWords(kind);
  const words = `${column(says, 22)} ${column(key, 2)} `;
  return line(
    isSelected ? bold(' > ') : '   ',
    isSelected ? bold(words) : words,
    may ? '' : toned('quiet', `not now: ${sentence ?? ''}`),
  );
}
