import type { AnnouncementFile } from '../known.ts';
import { column, type Line, line, toned, wrapped } from '../lines.ts';
import type { State } from '../state.ts';
import { byWhen } from '../when.ts';
import { stageWord } from '../words/stages.ts';

/** The cities of an announcement with how far each is, and what can be done where one is late. */
export function cityLines(state: State, { cities, late }: AnnouncementFile): Line[] {
  const { now, zone, size } = state;
  return [
    line(toned('quiet', `     ${column('City', 24)} ${column('Stage', 12)} ${column('Waits for', 10)} Due`)),
    ...cities.map(({ name, stage, step, ready, waitsFor, due }) =>
      line(
        '   ',
        { text: ready ? '+' : '~', tone: ready ? 'go' : 'warn', bold: true },
        ` ${column(name, 24)} ${column(step ? `${stageWord(stage)}, ${step}` : stageWord(stage), 20)} `,
        ready ? 'ready' : `${waitsFor}${due ? `, ${byWhen(due, now, zone)}` : ''}`,
      ),
    ),
    ...(late === null
      ? []
      : [
          line(''),
          line(' A city is late. A person decides; until then nothing happens:'),
          ...late.options.flatMap(({ sentence }) =>
            wrapped(sentence, size.columns - 6).map((row, index) => line(`   ${index === 0 ? '-' : ' '} ${row}`)),
          ),
        ]),
  ];
}
