import { basename } from 'node:path';
import { sha256OfValue } from '../../domain/canonical.ts';
import { parsed } from '../../domain/problems.ts';
import { Statement } from '../../domain/statement.ts';
import { Troubled } from '../trouble.ts';

/** The fingerprint of a statement as it would be approved; every problem of the file by field where it is none. */
export async function readStatement(path: string, written: string): Promise<string> {
  const file = basename(path);
  const statement = parsed(Statement, fromJson(file, written), file);
  if (statement.ok) return sha256OfValue(statement.value);
  throw new Troubled('invalid', 'This is no statement. Nothing was sent.', { problems: statement.problems });
}

function fromJson(file: string, written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    const problems = [{ file, path: '', message: 'is not JSON: check quotation marks, commas and brackets' }];
    throw new Troubled('invalid', 'This is no statement. Nothing was sent.', { problems });
  }
}
