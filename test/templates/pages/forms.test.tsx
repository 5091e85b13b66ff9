/** @jsxImportSource hono/jsx */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'parse5';
import { TextArea, TextField } from '../../../templates/pages/fields.tsx';
import { type FieldProblem, rowsOf } from '../../../templates/pages/form-state.ts';
import { asDocument, ProblemSummary } from '../../../templates/pages/frame.tsx';
import { problemWords, wordsIn } from '../../../templates/pages/words.ts';

const words = wordsIn('en');
const stateOf = (fields: Record<string, string>, problems: FieldProblem[] = []) => ({
  id: 'a-form',
  values: new Map(Object.entries(fields)),
  problems,
});

test('whatever was typed stands in its field again, empty first lines, markup and hidden signs included', () => {
  const typed = fc
    .array(fc.constantFrom('\n', '\n\n', ' ', '</textarea><script>', '"', "'", '&lt;', '<!--', '\u202e', '東浪', 'ğ'))
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      const state = stateOf({ motivation: text, 'authority.name': text });
      const page = asDocument(
        <main>
          <TextArea words={words} form="apply" state={state} name="motivation" />
          <TextField words={words} form="apply" state={state} name="authority.name" />
        </main>,
      );
      const root = parse(page) as unknown as Node;
      expect(all(root, 'textarea').map(textOf)).toEqual([text]);
      expect(all(root, 'input').map((field) => field.attrs?.find(({ name }) => name === 'value')?.value)).toEqual([
        text,
      ]);
      expect(all(root, 'script')).toEqual([]);
    }),
  );
});

test('a problem says the same in the summary and at its field, and the summary leads there', () => {
  const state = stateOf({}, [{ field: 'authority.population.source', message: 'is missing: it must be a text' }]);
  const common = { words, form: 'apply', state };
  const summary = String(<ProblemSummary {...common} />);
  const field = String(<TextField {...common} name="authority.population.source" />);
  expect(summary).toContain(
    '<a href="#apply%3Aauthority.population.source">Enter where the population figure comes from</a>',
  );
  expect(field).toContain(
    'id="apply:authority.population.source:problem"><strong>Error:</strong> Enter where the population figure comes from</p>',
  );
  expect(field).toContain(
    'aria-describedby="apply:authority.population.source:hint apply:authority.population.source:problem" aria-invalid="true"',
  );
});

test.each([
  ['speaker.name', 'is missing: it must be a text in quotation marks', 'Enter the name of the person who speaks'],
  ['section.blocks[3].quotes[1].text', 'is empty: write something here', 'Enter the exact words of the quote'],
  ['contacts[0].role', 'must be main, mayor-office, press or other', 'Choose the role'],
  ['agreements.principles', 'must be true: without it nobody can join', 'Tick that you agree to the principles'],
  [
    'officeHolder.termEnd',
    'lies before the term’s start',
    'The day on which the term ends lies before the term’s start',
  ],
  [
    'authority.population.value',
    'is of the wrong kind: it must be a number',
    'How many people live there must be a number',
  ],
])('the problem of %s, "%s", is said as "%s"', (field, message, said) => {
  expect(problemWords(words, { field, message })).toBe(said);
});

test('a whole sentence stands as it is', () => {
  const message = 'The code is another one.';
  expect(problemWords(words, { field: 'code', message, whole: true })).toBe(message);
});

test('a list shows as many rows as asked for, and every further one in which something is typed', () => {
  const state = stateOf({ 'contacts[0].name': 'Deniz', 'contacts[7].name': 'Zofia', 'contacts[9].name': ' ' });
  expect(rowsOf(state, 'contacts', 2)).toEqual([0, 1, 7]);
  expect(rowsOf(state, 'claims', 1)).toEqual([0]);
});

type Node = { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: Node[]; value?: string };

function all(node: Node, name: string): Node[] {
  return [...(node.nodeName === name ? [node] : []), ...(node.childNodes ?? []).flatMap((child) => all(child, name))];
}

function textOf(node: Node): string {
  return node.value ?? (node.childNodes ?? []).map(textOf).join('');
}
