/** Two texts word by word: what was taken out stands in [ ], what came in stands in { }; equal texts have none of both. */
export type Differing = { before: string; after: string; changes: number };

/** Compares two texts by their longest common words; a run of changed words is one change. */
export function differing(before: string, after: string): Differing {
  const one = wordsOf(before);
  const other = wordsOf(after);
  const kept = commonWords(one, other);
  const out = marked(
    one,
    kept.map(([at]) => at),
    '[',
    ']',
  );
  const into = marked(
    other,
    kept.map(([, at]) => at),
    '{',
    '}',
  );
  return { before: out.text, after: into.text, changes: Math.max(out.runs, into.runs) };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** The places of the words that both have, in their order. */
function commonWords(one: readonly string[], other: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const found: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) {
      found.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}

function marked(words: readonly string[], kept: readonly number[], open: string, close: string) {
  const common = new Set(kept);
  let runs = 0;
  const text = words.map((word, index) => {
    if (common.has(index)) return word;
    const begins = index === 0 || common.has(index - 1);
    const ends = index === words.length - 1 || common.has(index + 1);
    if (begins) runs += 1;
    return `${begins ? open : ''}${word}${ends ? close : ''}`;
  });
  return { text: text.join(' '), runs };
}
