import type { FormState } from '../../templates/pages/form-state.ts';
import type { ActName } from './acts.ts';

/** The pages below a letter's link: the letter itself, and one for each way to answer that has more than a reason to fill in. */
export const letterViews = ['letter', 'by-hand', 'own-certificate', 'hand-over', 'mandate'] as const;
export type LetterView = (typeof letterViews)[number];

/** The page on which a form that came back stands; the letter itself where none did. */
export function viewOf(sent: { act: ActName; state: FormState } | null): LetterView {
  switch (sent?.act) {
    case 'upload':
      return sent.state.values.get('way') === 'own-certificate' ? 'own-certificate' : 'by-hand';
    case 'name-signatory':
      return 'hand-over';
    case 'give-mandate':
      return 'mandate';
    default:
      return 'letter';
  }
}
