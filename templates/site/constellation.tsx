/** @jsxImportSource hono/jsx */
type Point = { x: number; y: number };

const places = 144;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** A drawing of the network: a field of places as in a sunflower, one alight for each member, joined to its neighbours. */
export function Constellation({ lit }: { lit: number }) {
  const points = Array.from({ length: places }, (_, index) => placeOf(index));
  const alight = points.slice(0, lit);
  return (
    <svg class="constellation" viewBox="0 0 400 400" aria-hidden="true" focusable="false">
      <path class="ways" d={alight.map((_, index) => waysFrom(alight, index)).join('')} />
      <path class="dark" d={points.slice(lit).map(dot).join('')} />
      <path class="lit" d={alight.map(dot).join('')} />
    </svg>
  );
}

function placeOf(index: number): Point {
  const distance = 15.5 * Math.sqrt(index + 0.5);
  const angle = index * goldenAngle;
  return { x: Math.round(200 + distance * Math.cos(angle)), y: Math.round(200 + distance * Math.sin(angle)) };
}

function dot({ x, y }: Point): string {
  return `M${x} ${y}h0`;
}

/** In a sunflower the neighbours of a seed are those that came 5, 8 and 13 before it; the first few know only each other. */
function waysFrom(points: Point[], index: number): string {
  const here = points[index];
  const steps = index < 5 ? [1] : index < 21 ? [5, 8] : [8, 13];
  return steps
    .flatMap((step) => points[index - step] ?? [])
    .map((there) => `M${here?.x} ${here?.y} ${there.x} ${there.y}`)
    .join('');
}
