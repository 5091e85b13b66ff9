import { bold, column, type Line, line, toned } from '../lines.ts';
import type { OutboxPage, State } from '../state.ts';
import { dayAndTime, minutesLeft } from '../when.ts';
import { whoActed } from '../words/people.ts';
import { footer, rule, whereabouts, windowed } from './frame.ts';

/** What is decided and has not gone out, what goes first on top. */
export function outboxView(state: State, page: OutboxPage): Line[] {
  const rows = page.rows ?? [];
  const height = state.size.rows - 8;
  const from = Math.max(0, Math.min(page.selected - Math.floor(height / 2), rows.length - height));
  const empty = page.rows === null ? 'Asking ...' : 'Nothing waits to go out.';
  return [
    whereabouts('Outbox'),
    line('   Decided, and nobody outside knows of it yet. Enter opens it.'),
    line(toned('quiet', `    ${column('What', 44)} ${column('By', 8)} Goes out`)),
    rule(state),
    ...windowed(
      rows.length === 0
        ? [line(`   ${empty}`)]
        : rows.map((row, index) => {
            const what = row.of === 'case' ? `${row.name}: ${row.pending.kind}` : `announcement: ${row.name}`;
            const words = `${column(what, 44)} ${column(whoActed(state, row.by), 8)} ${goes(state, row.goesAt)}`;
            return line(
              index === page.selected ? bold('> ') : '  ',
              { text: '=', tone: 'warn' },
              ' ',
              index === page.selected ? bold(words) : words,
            );
          }),
      from,
      height,
    ),
    rule(state),
    ...footer(state, 'outbox'),
  ];
}

function goes({ now, zone }: State, at: string | null): string {
  if (at === null) return 'once it is let out';
  if (at <= now) return 'now';
  const minutes = (Date.parse(at) - Date.parse(now)) / 60_000;
  return minutes < 60 ? `in ${minutesLeft(at, now)}` : dayAndTime(at, now, zone);
}
