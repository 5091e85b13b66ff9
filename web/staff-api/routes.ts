import { OpenAPIHono, z } from '@hono/zod-openapi';
import { fieldPath } from '../../domain/problems.ts';
import type { StaffMember } from '../../records/staff.ts';
import { refused, Trouble } from './troubles.ts';

/** Who is asking, once the token has been looked up. */
export type StaffEnv = { Variables: { member: StaffMember } };

/** An empty group of routes for one noun. */
export function routes() {
  return new OpenAPIHono<StaffEnv>({
    defaultHook: (given) => {
      if (given.success) return;
      const problems = given.error.issues.map(({ path, message }) => ({ path: fieldPath(path), message }));
      throw refused({ code: 'invalid', problems });
    },
  });
}

/** A successful answer in JSON, with its schema. */
export function answers<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } };
}

const troubled = (description: string) => answers(description, Trouble);

/** The answers of every route that asks for something by its name. */
export const notThere = {
  404: troubled('There is none of that name.'),
  409: troubled('The name fits several; `candidates` names them.'),
};

/** The answers of every route that acts. */
export const notDone = {
  400: troubled('The body cannot be read.'),
  403: troubled('Not yours to do: another role, or another person, has to.'),
  404: troubled('There is none of that name.'),
  409: troubled('Not as things stand: look again, then decide again.'),
  422: troubled('Some fields are wrong; `problems` names each by its path.'),
  503: troubled('Nobody knows whether it was taken: send the same act, with the same id, again.'),
};

/**
 * A body as it comes, described by its schema and typed by it: the door parses it, once and in plain words.
 */
export function asItComes<Schema extends z.ZodType>(schema: Schema) {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return z.custom<z.input<Schema>>().openapi(described as object);
}

/** A value that is typed in the domain already, and described here in a sentence only. */
export function typed<Value>(name: string, description: string) {
  return z.custom<Value>().openapi(name, { type: 'object', description });
}
