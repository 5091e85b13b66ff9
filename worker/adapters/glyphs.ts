/**
 * The characters that a TrueType font can print, as code points: those of its full Unicode table (`cmap`, format 12).
 * Throws when the font has no such table.
 */
export function glyphsOf(font: Buffer): Set<number> {
  const glyphs = new Set<number>();
  const table = fullUnicodeTable(font);
  for (let group = 0; group < font.readUInt32BE(table + 12); group++) {
    const record = table + 16 + group * 12;
    const first = font.readUInt32BE(record);
    const glyph = font.readUInt32BE(record + 8);
    // Glyph 0 is the font's own "there is no such character".
    for (let code = first; code <= font.readUInt32BE(record + 4); code++)
      if (glyph + code - first > 0) glyphs.add(code);
  }
  return glyphs;
}

function fullUnicodeTable(font: Buffer): number {
  const cmap = tableAt(font, 'cmap');
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const table = cmap + font.readUInt32BE(cmap + 8 + index * 8);
    if (font.readUInt16BE(table) === 12) return table;
  }
  throw new Error('the font has no full table of Unicode characters');
}

function tableAt(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}
