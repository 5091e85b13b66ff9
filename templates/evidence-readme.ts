import type { LetterSeal } from '../domain/onboarding/state.ts';
import { filled } from './letter-words.ts';
import { inOneLine } from './shown-text.ts';

/** What the explanation of an evidence pack is made of. */
export type EvidenceFacts = {
  case: string;
  name: string;
  madeAt: string;
  sealed: string;
  seal: LetterSeal | null;
  hasCertificate: boolean;
  entries: number;
  links: number;
};

/**
 * How somebody verifies an evidence pack without our software: every step that is to be typed stands on a line of its own
 * that begins with `    $ `, and is tried by a test.
 */
export function evidenceReadme(facts: EvidenceFacts, network: { name: string; email: string }): string {
  const gaps = {
    city: inOneLine(facts.name),
    case: facts.case,
    madeAt: facts.madeAt,
    sealed: facts.sealed,
    network: inOneLine(network.name),
    email: network.email,
    level: facts.seal ? `PAdES baseline ${facts.seal.verified}` : 'a level that was not recorded',
    entries: String(facts.entries),
    links: String(facts.links),
  };
  const parts = [
    head,
    ...(facts.seal?.authority === 'test' ? [test] : []),
    files,
    seal,
    ...(facts.hasCertificate ? [certificate] : []),
    audit,
    limits,
  ];
  return `${parts.map((part) => filled(part, gaps).trim()).join('\n\n')}\n`;
}

const head = `
EVIDENCE OF A LETTER OF INTENT

{city} ({case}) and {network}
Put together on {madeAt}. Questions: {email}

Nothing of ours is needed to check what is in here. The steps below use tools
that others made: sha256sum (GNU coreutils), openssl, pdfsig and pdftotext
(poppler-utils) and a shell. Type what stands behind the dollar sign, in this folder.`;

const test = `
!! THE SEAL IN HERE IS A TEST !!
It was made by an authority that the installation made for itself. It shows how
the steps work, and proves nothing to anybody.`;

const files = `
1. THE FILES ARE COMPLETE

    $ sha256sum --quiet --strict --check SHA256SUMS

It says nothing where all is well. The letter that both have signed is
letter/sealed.pdf; its fingerprint (SHA-256) is
{sealed}
Compare it with the one that the network told you by another way.
letter/ also holds the letter as it was sent out for signing and, where it came
back as a file, that file as it came. mandate/ says by what right it was signed,
with the decision and the proofs that were handed in.`;

const seal = `
2. THE SEAL HOLDS

    $ pdfsig -nocert letter/sealed.pdf

It has to say "Signature is Valid." of each signature. The level of the seal is
{level}. Whose certificate it is:

    $ openssl verify -partial_chain -trusted seal/roots.pem -untrusted seal/certificates.pem seal/certificates.pem

Compare seal/roots.pem with the certificate that the network tells you by
another way: whoever made this folder could have put another there.
Other programs that can do this step: pyHanko
(pyhanko sign validate --trust seal/roots.pem letter/sealed.pdf), the European
Commission's DSS, and PDF readers that know PAdES signatures.`;

const certificate = `
3. THE CERTIFICATE OF COMPLETION TELLS HOW IT WAS SIGNED

    $ pdfsig -nocert letter/certificate-of-completion.pdf

It names who signed, in which office and by what right, how they were known, and
when. It prints the fingerprint of the letter and the head of the audit, and is
sealed like the letter: so nobody can set either of them anew. The files are
those whose fingerprints it prints:

    $ printed=$(pdftotext letter/certificate-of-completion.pdf - | tr -dc 0-9a-f); for file in letter/sealed.pdf letter/sent-for-signing.pdf letter/handed-in-* mandate/decision-*; do [ ! -e "$file" ] || case $printed in *"$(sha256sum "$file" | cut -c1-64)"*) ;; *) echo "$file is not in the certificate" ;; esac; done

And the log in audit/chain.txt is the one whose end it prints; step 4 shows that
nothing before that end was changed.

    $ printed=$(pdftotext letter/certificate-of-completion.pdf - | tr -dc 0-9a-f); cut -d ' ' -f 3 audit/chain.txt | { while read -r hash; do case $printed in *"$hash"*) exit 0 ;; esac; done; echo "the certificate knows another log"; }

Both say nothing where all is well.`;

const audit = `
4. THE AUDIT WAS NOT CHANGED

audit/entries holds {entries} entries about this letter, each exactly as it was hashed.
They stand among {links} in the log; of the others only the hash of their content
is here, since they are about something else. First: each entry has the content
hash that stands in audit/chain.txt.

    $ for file in audit/entries/*.json; do number=$(basename "$file" .json | sed 's/^0*//'); grep -q "^$number $(sha256sum "$file" | cut -c1-64) " audit/chain.txt || echo "entry $number was changed"; done

Then: each line of the chain is the hash of its number, of the hash before it
and of its content.

    $ previous=$(cat audit/start.txt); while read -r number content hash; do [ "$(printf '%s %s %s' "$number" "$previous" "$content" | sha256sum | cut -c1-64)" = "$hash" ] || echo "link $number does not hold"; previous=$hash; done < audit/chain.txt

Last: what happened to these very letters is in it.

    $ for file in letter/sealed.pdf letter/sent-for-signing.pdf letter/handed-in-*; do [ ! -e "$file" ] || grep -q "$(sha256sum "$file" | cut -c1-64)" audit/entries/*.json || echo "$file is not in the audit"; done

All three say nothing where all is well.`;

const limits = `
WHAT THIS PROVES, AND WHAT IT DOES NOT

It proves that the letter has not changed since it was sealed, by whom it was
sealed, and that the entries of the audit stand in an order that nobody changed
since their head was printed or told. It does not prove that what people told
the network was true: that is what the papers in mandate/ are for, and those are
here as they were handed in, under no seal. Names stand in the letter and in the
papers; the audit has none.`;
