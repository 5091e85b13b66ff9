/** A key that was pressed: what it does in its place, its name, and the words it stands for. */
export type Pressed = { does: string | null; key: string; text: string; id: string };

/** Where one is in a list, or how far a text is scrolled, after a key; unchanged by a key that moves nothing. */
export function scrolledTo(
  from: number,
  does: string | null,
  { last, window }: { last: number; window: number },
): number {
  const to = from + stepOf(does, window);
  if (does === 'first') return 0;
  return Math.max(0, Math.min(does === 'last' ? last : to, last));
}

function stepOf(does: string | null, window: number): number {
  switch (does) {
    case 'down':
      return 1;
    case 'up':
      return -1;
    case 'page-down':
      return window;
    case 'page-up':
      return -window;
    default:
      return 0;
  }
}
