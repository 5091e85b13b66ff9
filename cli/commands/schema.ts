import type { Command } from 'commander';
import type { ZodType } from 'zod';
import { Troubled } from '../trouble.ts';
import { addVerb } from './verb.ts';

/** The input files that have a schema, each loaded when it is asked for. */
const schemas: Record<string, () => Promise<ZodType>> = {
  application: async () => (await import('../../domain/application.ts')).Application,
  letter: async () => (await import('../../domain/letter-answer.ts')).LetterAnswer,
  statement: async () => (await import('../../domain/statement.ts')).Statement,
  announcement: async () => (await import('../../domain/announcement-plan.ts')).AnnouncementPlan,
  member: async () => (await import('../../domain/member-row.ts')).MemberRow,
};

/** Adds `schema`: what an input file may hold, as JSON Schema, for editors and programs. */
export function addSchema(oasc: Command): void {
  addVerb(oasc, {
    call: 'schema [name]',
    what: `print the JSON Schema of an input file: ${Object.keys(schemas).join(', ')}`,
    examples: ['schema application > application.schema.json'],
    run: async ({ words: [name] }) => {
      const names = Object.keys(schemas);
      if (name === undefined) return { data: names, words: names.join('\n') };
      const load = schemas[name];
      if (!load) throw new Troubled('notFound', `There is no schema ${name}: choose ${names.join(', ')}.`);
      const [schema, { z }] = [await load(), await import('zod')];
      const described = {
        title: name === 'member' ? 'a row of an import of members' : `${name}.json`,
        ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
      };
      return { data: described, words: JSON.stringify(described, null, 2) };
    },
  });
}
