import type { FlagKind } from '../../../domain/onboarding/flags.ts';

/** What staff look at in a signature, and what would settle it; both for the city. */
export const flags: Record<FlagKind, { what: string; settle: string }> = {
  person: {
    what: 'The name is not the one that your application gives for this office.',
    settle: 'Tell us who signed and why, or name this person as the signatory.',
  },
  office: {
    what: 'The title is not the one that your application gives for the signatory.',
    settle: 'Tell us which title is right. If both are, one sentence is enough.',
  },
  term: {
    what: 'The day of the signature lies outside the term of office that we know.',
    settle: 'Give us the term as it is now, or let whoever holds the office today sign.',
  },
  proof: {
    what: 'Somebody signed for the holder of the office, and we have no paper that says so.',
    settle: 'Send the delegation, or the decision that names who acts for the office.',
  },
  mandate: {
    what: 'The decision to join is of a later day than the signature.',
    settle: 'Give us an earlier decision, or let the letter be signed again.',
  },
  'not-in-force': {
    what: 'The letter was signed before the decision to join came into force.',
    settle: 'Give us the day on which it came into force, or let the letter be signed again after that day.',
  },
  text: {
    what: 'The council approved another text than that of this letter.',
    settle: 'Send the decision on this text, or tell us which version was approved, and we issue that one.',
  },
  bytes: {
    what: 'The file is not the letter that we sent, or it was changed after it was signed.',
    settle: 'Download the letter again, sign that file without saving it anew in between, and send it.',
  },
  level: {
    what: 'We could not confirm the certificate of the signature.',
    settle: 'Nothing is needed from you at once: staff look at it, and ask you if they need a proof.',
  },
  early: {
    what: 'The day of the signature is before the day of the letter.',
    settle: 'Tell us the right day.',
  },
};
