import { notJson } from './troubles.ts';

/** The fields `id`, `plan` (JSON) and `image` (a file) of a new announcement, as one input for the door, which checks it. */
export async function creationFrom({ plan, image, ...others }: FormFields): Promise<unknown> {
  return { ...others, plan: fromJson('plan', plan), ...(await picture(image)) };
}

/** The fields `act` (JSON, as it is sent without a picture) and `image` (a file) of an act on an announcement. */
export async function actFrom({ act, image, ...others }: FormFields): Promise<unknown> {
  const frame = fromJson('act', act);
  if (!isObject(frame)) return { ...others, act: frame };
  const { decision } = frame;
  return { ...others, ...frame, decision: isObject(decision) ? { ...decision, ...(await picture(image)) } : decision };
}

export type FormFields = Record<string, unknown>;

/** What a text says in JSON; what is no text stays as it is, for the door to refuse. */
function fromJson(field: string, written: unknown): unknown {
  if (typeof written !== 'string') return written;
  try {
    return JSON.parse(written);
  } catch {
    throw notJson(`The field ${field}`);
  }
}

async function picture(image: unknown): Promise<{ image?: unknown }> {
  if (image === undefined) return {};
  return { image: image instanceof File ? new Uint8Array(await image.arrayBuffer()) : image };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
