import type { AnnouncementPlan } from './announcement-plan.ts';
import type { Application } from './application.ts';
import type { ActorId, CityId, Day, PaperId, Sha256 } from './ids.ts';
import type { Signatory } from './letter-answer.ts';
import type { WhyAnother } from './onboarding/acts.ts';
import type { Onboarding, SignatureLevel } from './onboarding/state.ts';
import type { Statement } from './statement.ts';
import type { FoundSignature } from './upload-findings.ts';

/** An application as it was handed in, with the ids that its people got. */
export type ApplicationPaper = { application: Application; contacts: ActorId[]; officeHolder: ActorId };
export type ReasonPaper = { reason: string };
export type OpinionPaper = ReasonPaper & { verdict: 'for' | 'against' | 'unsure' };
/** Somebody who was named to sign; the term where it is known, and the paper that proves a delegation. */
export type SignatoryPaper = {
  signatory: Signatory;
  person: ActorId;
  why?: WhyAnother;
  termStart?: Day;
  termEnd?: Day;
  proof?: DocumentKept;
};
/** Who signs, and in which order: equal numbers together. */
export type SignatoriesPaper = { signatories: (SignatoryPaper & { order: number })[] };
/** By what right the authority signs, as it was said last, and the decision itself where it was handed in. */
export type MandatePaper = { mandate: Application['mandate']; document?: DocumentKept };
/** A file that lies in the document store. */
export type DocumentKept = { sha256: Sha256; type: string };
export type PictureKept = DocumentKept & { width: number; height: number };
/** What looking at a handed-in letter found; who signed it electronically stands here, and nowhere else. */
export type FoundAtUpload = {
  signing: 'scan' | 'elsewhere';
  level: SignatureLevel;
  flags: ('bytes' | 'level')[];
  signatures: FoundSignature[];
};
/** A letter as it was handed in; its pages as pictures, in their order, and what was found in it, where it was looked at. */
export type ScanPaper = {
  signatory: Signatory;
  signedOn: Day;
  type: string;
  size: number;
  pictures?: PictureKept[];
  found?: FoundAtUpload;
};
/** What proves a signature that was given in the portal. */
export type SignaturePaper = {
  signatory: Signatory;
  typedName: string;
  signedOn: Day;
  holdsOffice: true;
  consents: true;
  /** The sentences that were confirmed, as they were shown, under their version. */
  consent: { version: string; language: string; holdsOffice: string; consents: string };
  letter: Sha256;
  code: { id: string; sentTo: string };
  from: { address: string; browser: string };
};
export type StatementPaper = { statement: Statement; speaker: ActorId };
export type PlanPaper = {
  plan: AnnouncementPlan;
  image: { sha256: Sha256; type: string } | null;
  /** What corrections have replaced in the cities' own sections, in their order. */
  replaced?: Replacement[];
};
/** Words of a city's section, outside its quotes, and what stands there instead. */
export type Replacement = { city: CityId; find: string; by: string };

/** The application that counts: the last one that was handed in. */
export function applicationPaperOf({ acts }: Onboarding): PaperId {
  const last = acts.findLast((act) => act.kind === 'applied' || act.kind === 'answer');
  if (!last || !('paper' in last)) throw new Error('A case without an application cannot be.');
  return last.paper;
}
