import { trouble } from '../../activities/failures.ts';
import type { LetterDesk } from '../../activities/letters.ts';
import { textSha256 } from '../../domain/letter-wording.ts';
import { keepDocument } from '../../records/documents-kept.ts';
import { keepLetterData, letterDataNow } from '../../records/letter-data.ts';
import { composeLetter } from '../../templates/letter.ts';
import { type DeskPlugs, sealLetter } from './letter/sealing.ts';

/** Makes letters from what the records hold, seals them once they are complete, and keeps them by their hash. */
export function createLetterDesk(plugs: DeskPlugs): LetterDesk {
  const { records, network, typeset } = plugs;
  return {
    issue: async ({ case: id, at, number, language }) => {
      const which = number === undefined ? {} : { number };
      const wanted = { case: id, at, ...which, ...(language ? { language } : {}) };
      const now = await letterDataNow(records.database, network, plugs, wanted);
      if (!now) throw trouble('case-unknown', false);
      const data = await keepLetterData(records.database, wanted, now);
      const pdf = typeset(composeLetter(data));
      const { version, ...wording } = data.letter;
      return {
        version,
        language: data.language,
        textSha256: textSha256(version, data.language, wording),
        sha256: await keepDocument(records, pdf, 'application/pdf'),
        pages: pagesOf(pdf),
        issuedAt: at,
        ...which,
      };
    },
    seal: async (city, at) => await sealLetter(plugs, city, at),
  };
}

/** How many pages the typesetter made: it writes each page as an object of its own, outside any compressed stream. */
export function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  );
}
