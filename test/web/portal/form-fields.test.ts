import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Application } from '../../../domain/application.ts';
import { parsed } from '../../../domain/problems.ts';
import { Statement } from '../../../domain/statement.ts';
import { applicationFields, type Filling, statementFields } from '../../../web/portal/form-fields.ts';
import { unflattened } from '../../../web/portal/form-paths.ts';
import { readApplication } from '../../../web/portal/read-application.ts';
import { readStatement } from '../../../web/portal/read-statement.ts';
import { anApplication, aStatement } from '../../support/portal-inputs.ts';

const brackets = ['[1]', '[2]', '[3]', '[', ']', '1'];
const signs = ['\n', '\r\n', '"', '“', '«', ' ', '\u00a0', '<b>', '&amp;', '\u202e', '\u0007'];
const pieces = fc.constantFrom(...brackets, ...signs, 'Çamlıova', 'Łąka', '東浪', '👩‍🚀', ', says the mayor');
const anyText = fc.array(pieces, { maxLength: 12 }).map((some) => some.join(''));
const someText = anyText.filter((text) => text.trim() !== '');
const quote = fc.record({
  text: someText,
  language: fc.constantFrom('tr', 'pl', 'pt-BR'),
  source: fc.oneof(
    fc.constant({ kind: 'supplied' as const }),
    fc.record(
      {
        kind: fc.constant('speech' as const),
        event: someText,
        date: fc.constantFrom('2026', '2026-05', '2026-05-09'),
        url: fc.constantFrom('https://camliova.example/a?b=[1]'),
      },
      { requiredKeys: ['kind', 'event'] },
    ),
  ),
});
const paragraph = fc
  .array(fc.oneof(anyText, fc.record({ quote })), { minLength: 1, maxLength: 7 })
  .filter((parts) => parts.some((part) => typeof part !== 'string' || part.trim() !== ''));
const statement = fc.record({
  speaker: fc.record(
    { name: someText, printedName: someText, title: someText, email: fc.constant('mayor@camliova.example') },
    { requiredKeys: ['name', 'title'] },
  ),
  section: fc.record({
    heading: fc.option(someText),
    blocks: fc.array(fc.oneof(fc.record({ paragraph }), fc.record({ quote })), { minLength: 1, maxLength: 5 }),
  }),
  consent: fc.record({ quotes: fc.constant(true), photo: fc.boolean() }),
});

test('a statement that is put into the form and read from it again is the same statement, letter for letter', () => {
  fc.assert(
    fc.property(statement, (draft) => {
      const given = Statement.parse(draft);
      const read = readStatement(formOf(statementFields(given)));
      expect(read.problems).toEqual([]);
      expect(Statement.parse(read.input)).toEqual(given);
    }),
    { numRuns: 500 },
  );
});

const application = fc
  .record({
    name: someText,
    motivation: someText,
    languages: fc.array(fc.constantFrom('tr', 'en', 'pt-BR'), { minLength: 1, maxLength: 4 }),
    identifiers: fc.option(
      fc.dictionary(fc.stringMatching(/^[a-z0-9-]{1,40}$/), someText, {
        minKeys: 1,
        maxKeys: 5,
        noNullPrototype: true,
      }),
      { nil: undefined },
    ),
    population: fc.integer({ min: 1, max: 1_000_000_000 }),
    claims: fc.array(
      fc.record({ text: someText, date: fc.constant('2026-05'), evidence: someText }, { requiredKeys: ['text'] }),
      { maxLength: 4 },
    ),
  })
  .map(({ name, motivation, languages, identifiers, population, claims }) => ({
    ...anApplication,
    authority: {
      ...anApplication.authority,
      legalName: name,
      languages,
      ...(identifiers ? { identifiers } : {}),
      population: { ...anApplication.authority.population, value: population },
    },
    motivation,
    claims,
  }));

test('an application that is put into the form and read from it again is the same application', () => {
  fc.assert(
    fc.property(application, (draft) => {
      const given = Application.parse(draft);
      const read = readApplication(formOf(applicationFields(given)));
      expect(read.problems).toEqual([]);
      expect(Application.parse(read.input)).toEqual(given);
    }),
    { numRuns: 300 },
  );
});

test('a quote takes the smallest number that the paragraph does not have in brackets already', () => {
  const quoted = { text: 'We begin.', language: 'en', source: { kind: 'supplied' as const } };
  const fields = statementFields({
    ...aStatement,
    section: { heading: null, blocks: [{ paragraph: ['See [1] and [3]: ', { quote: quoted }, { quote: quoted }] }] },
  });
  expect(fields.filter(([name]) => name.endsWith('.paragraph') || name.endsWith('.text'))).toEqual([
    ['section.blocks[0].paragraph', 'See [1] and [3]: [2][4]'],
    ['section.blocks[0].quotes[1].text', 'We begin.'],
    ['section.blocks[0].quotes[3].text', 'We begin.'],
  ]);
});

test('a number in brackets without a quote below it stays text', () => {
  const read = readStatement(formOf([['section.blocks[0].paragraph', 'As [5] and [01] say.']]));
  expect(read.input).toMatchObject({ section: { blocks: [{ paragraph: ['As [5] and [01] say.'] }] } });
  expect(read.problems).toEqual([]);
});

test('a quote that its paragraph does not mention, or mentions twice, is named at its field', () => {
  const quotes: Filling = [
    ['section.blocks[2].quotes[0].text', 'One.'],
    ['section.blocks[2].quotes[1].text', 'Two.'],
  ];
  const read = readStatement(formOf([['section.blocks[2].paragraph', 'She says [2] and [2].'], ...quotes]));
  expect(read.problems).toEqual([
    {
      path: 'section.blocks[2].quotes[0].text',
      message: 'is not in the paragraph: write [1] there, where it is to be printed',
    },
    { path: 'section.blocks[2].quotes[1].text', message: 'stands 2 times in the paragraph: write [2] there once' },
  ]);
});

test('a quote by itself beside a paragraph, and a speech that is named but not chosen, are named at their fields', () => {
  const read = readStatement(
    formOf([
      ['section.blocks[0].paragraph', 'A paragraph.'],
      ['section.blocks[0].quote.text', 'A quote.'],
      ['section.blocks[1].quote.text', 'Another.'],
      ['section.blocks[1].quote.source.kind', 'supplied'],
      ['section.blocks[1].quote.source.event', 'Council meeting'],
    ]),
  );
  expect(read.problems.map(({ path }) => path)).toEqual([
    'section.blocks[0].quote.text',
    'section.blocks[1].quote.source.kind',
  ]);
});

test('every problem of a statement is shown at the field that was typed into, empty parts above it notwithstanding', () => {
  const read = readStatement(
    formOf([
      ['speaker.title', 'Mayor'],
      ['section.blocks[0].paragraph', '  '],
      ['section.blocks[1].paragraph', 'She says [3].'],
      ['section.blocks[1].quotes[2].text', 'We begin.'],
      ['section.blocks[1].quotes[2].language', 'Turkish'],
      ['section.blocks[1].quotes[2].source.kind', 'speech'],
      ['section.blocks[3].quote.text', 'Alone.'],
      ['section.blocks[3].quote.language', 'tr'],
      ['section.blocks[3].quote.source.kind', 'speech'],
      ['section.blocks[3].quote.source.event', 'Council'],
      ['section.blocks[3].quote.source.date', '2026-02-30'],
    ]),
  );
  const problems = parsed(Statement, read.input);
  expect(problems.ok ? [] : problems.problems.map(({ path }) => read.fieldOf(path))).toEqual([
    'speaker.name',
    'section.blocks[1].quotes[2].language',
    'section.blocks[1].quotes[2].source.event',
    'section.blocks[3].quote.source.date',
  ]);
});

test('a statement without any words is asked for its first paragraph', () => {
  const read = readStatement(formOf([]));
  const problems = parsed(Statement, read.input);
  expect(problems.ok ? [] : problems.problems.map(({ path }) => read.fieldOf(path))).toEqual([
    'speaker.name',
    'speaker.title',
    'section.blocks[0].paragraph',
  ]);
});

test('every problem of an application is shown at the field that was typed into', () => {
  const fields = applicationFields(Application.parse(anApplication)).filter(
    ([name]) => !/legalName|contacts|population\.source|agreements\.principles/.test(name),
  );
  const read = readApplication(
    formOf([
      ...fields,
      ['contacts[0].role', 'other'],
      ['contacts[2].role', 'press'],
      ['contacts[2].name', 'Press office'],
      ['contacts[2].email', 'press at camliova'],
      ['contacts[2].language', 'tr'],
      ['authority.languages', 'tr, Turkish!'],
      ['authority.identifiers[1].register', 'Wiki Data'],
      ['authority.identifiers[1].number', 'Q1'],
      ['authority.population.value', 'many'],
    ]),
  );
  const problems = parsed(Application, read.input);
  expect(problems.ok ? [] : problems.problems.map(({ path }) => read.fieldOf(path)).toSorted()).toEqual([
    'agreements.principles',
    'authority.identifiers[1].register',
    'authority.languages',
    'authority.legalName',
    'authority.population.source',
    'authority.population.value',
    'contacts[2].email',
    'contacts[2].role',
  ]);
});

test.each([
  ['84000', 84000],
  [' 84,000 ', 84000],
  ['1\u202f084\u202f000', 1084000],
  ['84.5', '84.5'],
  ['-3', '-3'],
])('a population written as %p is read as %p', (written, value) => {
  const read = readApplication(formOf([['authority.population.value', written]]));
  expect(read.input).toMatchObject({ authority: { population: { value } } });
});

test('names that would reach into the language itself, and names that are no path, are left out', () => {
  const names = [
    '__proto__.polluted',
    'constructor.prototype.polluted',
    'authority.__proto__',
    'a[9999]',
    'a b',
    'a..b',
  ];
  expect(unflattened(formOf(names.map((name) => [name, 'yes'])))).toEqual({});
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('a field that is both a text and a group keeps what came first', () => {
  const form: Filling = [
    ['authority.name', 'Çamlıova'],
    ['authority.name.first', 'x'],
    ['authority', 'y'],
    ['contacts[1].name', 'Defne'],
    ['contacts.name', 'z'],
  ];
  expect(unflattened(formOf(form))).toEqual({
    authority: { name: 'Çamlıova' },
    contacts: [undefined, { name: 'Defne' }],
  });
});

/** A form as a browser sends it: every line ends with CR LF. */
function formOf(fields: Filling): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value.replace(/\r\n?|\n/g, '\r\n'));
  return form;
}
