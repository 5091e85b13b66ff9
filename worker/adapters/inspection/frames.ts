/**
 * How a file goes into the process that looks at it, and what it found comes back: the length of a head in JSON (32 bits,
 * the high byte first), the head, and then the bytes that the head tells the lengths of.
 */
export function framed(head: object, parts: readonly Uint8Array[] = []): Buffer {
  const written = Buffer.from(JSON.stringify({ ...head, lengths: parts.map(({ length }) => length) }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(written.length);
  return Buffer.concat([length, written, ...parts]);
}

/** The head and the bytes of a whole frame; null where it is none. */
export function unframed<Head>(frame: Buffer): { head: Head; parts: Buffer[] } | null {
  if (frame.length < 4) return null;
  const start = 4 + frame.readUInt32BE(0);
  if (frame.length < start) return null;
  const head = JSON.parse(frame.subarray(4, start).toString('utf8')) as Head & { lengths: number[] };
  let from = start;
  const parts = head.lengths.map((length) => {
    from += length;
    return frame.subarray(from - length, from);
  });
  return from === frame.length ? { head, parts } : null;
}
