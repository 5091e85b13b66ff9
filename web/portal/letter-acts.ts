import { no, wrong } from '../../service/answer.ts';
import { chooseLanguage } from '../../service/letter/language.ts';
import { giveMandate } from '../../service/letter/mandate.ts';
import { setSignatories } from '../../service/letter/several-signatories.ts';
import { nameSignatory } from '../../service/letter/signatories.ts';
import { signLetter } from '../../service/letter/signing.ts';
import { uploadScan } from '../../service/letter/uploading.ts';
import { issued } from '../../service/visitor-questions.ts';
import { wordsIn } from '../../templates/pages/words.ts';
import type { Attempt, Performed } from './acts.ts';
import { type Branch, branchOf, fieldsOf, filledIn, isBlank, rowsOf, unflattened } from './form-paths.ts';

const same = (path: string) => path;

/** Signs in the portal: what was typed and ticked, with the sentences that stood beside the ticks. */
export async function sign({ door, visitor, form, formId, from }: Attempt): Promise<Performed> {
  const { signatory, typedName, holdsOffice, consents, consent, code, letter } = unflattened(form);
  const { language, consent: words } = wordsIn(visitor.person.language);
  if (consent !== words.version) return { answer: wrong('consents', words.changed), fieldOf: same };
  const input = {
    ...filledIn({ typedName, code, letter }),
    signatory: filledIn(branchOf(signatory)),
    holdsOffice: !isBlank(holdsOffice),
    consents: !isBlank(consents),
    consent: { version: words.version, language, holdsOffice: words.holdsOffice, consents: words.consents },
  };
  return { answer: await signLetter(door, visitor, input, from, formId), fieldOf: same };
}

/** Hands in a letter that was signed by hand or elsewhere. */
export async function upload({ door, visitor, form, formId }: Attempt): Promise<Performed> {
  const { signatory, signedOn } = unflattened(form);
  const input = { ...filledIn({ signedOn }), signatory: filledIn(branchOf(signatory)) };
  const bytes = (await fileIn(form, 'scan')) ?? new Uint8Array();
  return { answer: await uploadScan(door, visitor, input, bytes, formId), fieldOf: same };
}

/** Names who signs instead, why, and on what paper. */
export async function handOver({ door, visitor, form, formId }: Attempt): Promise<Performed> {
  const { name, title, email, why, termStart, termEnd } = unflattened(form);
  const input = filledIn({ name, title, email, why, termStart, termEnd });
  const proof = await fileIn(form, 'proof');
  return { answer: await nameSignatory(door, visitor, input, proof, formId), fieldOf: same };
}

/** Says anew by what right the city signs; the text that the council approved is this letter's, or is named by its fingerprint. */
export async function changeMandate({ door, visitor, form, formId }: Attempt): Promise<Performed> {
  const { mandate, approvedThis } = unflattened(form);
  const { text, ...said } = branchOf(mandate);
  const textSha256 = isBlank(approvedThis) ? fingerprintIn(text) : issued(visitor.city)?.textSha256;
  const input = { mandate: { ...filledIn(said), ...(textSha256 ? { textSha256 } : {}) } };
  const file = await fileIn(form, 'decision');
  const fieldOf = (path: string) => (path === 'mandate.textSha256' ? 'mandate.text' : path);
  return { answer: await giveMandate(door, visitor, input, file, formId), fieldOf };
}

/** Chooses the language of the letter. */
export async function changeLanguage({ door, visitor, form, formId }: Attempt): Promise<Performed> {
  const language = fieldsOf(form).get('letterLanguage') ?? '';
  return { answer: await chooseLanguage(door, visitor, language, formId), fieldOf: same };
}

/** Who signs, and in which order; rows without a name are left out, and so are those that were ticked to go. */
export async function orderSignatories({ door, visitor, form, formId }: Attempt): Promise<Performed> {
  const isLeftOut = ({ person, name, leaves }: Branch) => !isBlank(leaves) || (isBlank(person) && isBlank(name));
  const kept = rowsOf(unflattened(form)['signatories'], isLeftOut);
  if (kept.length === 0) return { answer: no({ code: 'not-the-signatory' }), fieldOf: same };
  const fieldOf = (path: string) =>
    path.replace(/^signatories\[(\d+)\]/, (_, row: string) => `signatories[${kept[Number(row)]?.row ?? row}]`);
  const input = { signatories: kept.map(({ value }) => filledIn(value)) };
  return { answer: await setSignatories(door, visitor, input, formId), fieldOf };
}

/** A fingerprint as people copy it: in groups, in capitals. */
function fingerprintIn(typed: unknown): string | undefined {
  const joined = typeof typed === 'string' ? typed.replaceAll(/\s/g, '').toLowerCase() : '';
  return joined === '' ? undefined : joined;
}

async function fileIn(form: FormData, name: string): Promise<Uint8Array | null> {
  const file = form.get(name);
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
}
