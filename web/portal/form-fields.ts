import type { Application } from '../../domain/application.ts';
import type { Block, Part, Quote, Statement } from '../../domain/statement.ts';

/** What a form's fields hold: names that are paths, and texts. */
export type Filling = [name: string, value: string][];

/** The fields of the application form that say what an application says; `readApplication` reads them back. */
export function applicationFields(application: Application): Filling {
  const { authority, ...rest } = application;
  const { languages, identifiers = {}, ...plain } = authority;
  return [
    ...flat('authority', plain),
    ['authority.languages', languages.join(', ')],
    ...Object.entries(identifiers).flatMap(
      ([register, number], row): Filling => [
        [`authority.identifiers[${row}].register`, register],
        [`authority.identifiers[${row}].number`, number],
      ],
    ),
    ...flat('', rest),
  ];
}

/** The fields of the statement's form that say what a statement says; `readStatement` reads them back. */
export function statementFields({ speaker, section, consent }: Statement): Filling {
  return [
    ...flat('speaker', speaker),
    ...flat('section.heading', section.heading),
    ...section.blocks.flatMap((block, row) => blockFields(`section.blocks[${row}]`, block)),
    ...flat('consent', consent),
  ];
}

function blockFields(name: string, block: Block): Filling {
  if ('quote' in block) return quoteFields(`${name}.quote`, block.quote);
  const numbers = freeNumbers(block.paragraph);
  const quotes: Filling = [];
  const written = block.paragraph.map((part) => {
    if (typeof part === 'string') return part;
    const number = numbers.next().value ?? 0;
    quotes.push(...quoteFields(`${name}.quotes[${number - 1}]`, part.quote));
    return `[${number}]`;
  });
  return [[`${name}.paragraph`, written.join('')], ...quotes];
}

function quoteFields(name: string, quote: Quote): Filling {
  return flat(name, quote);
}

/** Numbers for quotes, smallest first, without those that the paragraph's own text has in square brackets. */
function* freeNumbers(paragraph: readonly Part[]): Generator<number, undefined> {
  const own = paragraph.filter((part) => typeof part === 'string');
  for (let number = 1; ; number += 1) if (!own.some((text) => text.includes(`[${number}]`))) yield number;
}

function flat(name: string, value: unknown): Filling {
  if (value === undefined || value === null || value === false) return [];
  if (value === true) return [[name, 'yes']];
  if (Array.isArray(value)) return value.flatMap((one, row) => flat(`${name}[${row}]`, one));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, one]) => flat(name === '' ? key : `${name}.${key}`, one));
  return [[name, String(value)]];
}
