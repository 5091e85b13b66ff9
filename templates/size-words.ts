/** The size of a file as people read it: `212 kB`, `1.1 MB` (SI: a kilobyte is 1,000 bytes). */
export function sizeWords(bytes: number, language: string): string {
  const inKilobytes = Math.max(1, Math.round(bytes / 1000));
  if (inKilobytes < 1000) return `${number(inKilobytes, language, 0)} kB`;
  return `${number(bytes / 1_000_000, language, 1)} MB`;
}

function number(value: number, language: string, digits: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}
