import { parse } from 'parse5';

/** A form as a page offers it: where it goes, and the values that its fields have now. */
export type Form = { action: string; fields: Map<string, string[]>; names: Set<string> };
export type Filling = [name: string, value: string | Blob][];

export type Page = { status: number; forms: Map<string, Form>; text: string };

/** A browser, and how it fetches: a patient one asks again while nobody answers, as people do. */
export type Browser = {
  openPage(address: string): Promise<Page>;
  send(form: Form, filling: Filling): Promise<void>;
};

export function createBrowser(fetch: typeof globalThis.fetch): Browser {
  return { openPage: (address) => openPage(address, fetch), send: (form, filling) => send(form, filling, fetch) };
}

/** Opens a page as a browser would, and reads its forms by their id. */
export async function openPage(address: string, fetch = globalThis.fetch): Promise<Page> {
  const response = await fetch(address, { redirect: 'follow' });
  const text = await response.text();
  return { status: response.status, forms: formsOf(text, response.url), text };
}

/** Fills in and sends a form; a field that the page does not offer cannot be filled in, by nobody. */
async function send(form: Form, filling: Filling, fetch: typeof globalThis.fetch): Promise<void> {
  const body = new FormData();
  const given = new Set(filling.map(([name]) => name));
  for (const [name, values] of form.fields) if (!given.has(name)) for (const value of values) body.append(name, value);
  for (const [name, value] of filling) {
    if (!form.names.has(name))
      throw new Error(`The form at ${new URL(form.action).pathname.split('/').at(-1)} has no field ${name}.`);
    if (typeof value === 'string') body.append(name, value);
    else body.append(name, value, value instanceof File ? value.name : 'file');
  }
  const response = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { origin: new URL(form.action).origin },
    redirect: 'follow',
  });
  if (!response.ok) throw new Error(`The portal answered ${response.status}: ${summaryOf(await response.text())}`);
}

type Node = { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: Node[]; value?: string };

function formsOf(html: string, address: string): Map<string, Form> {
  const forms = new Map<string, Form>();
  for (const node of all(parse(html) as unknown as Node, (one) => one.nodeName === 'form')) {
    const fields = new Map<string, string[]>();
    const names = new Set<string>();
    for (const field of all(node, ({ nodeName }) => ['input', 'textarea', 'select'].includes(nodeName))) {
      const name = attribute(field, 'name');
      if (name === null) continue;
      names.add(name);
      const value = valueOf(field);
      if (value !== null) fields.set(name, [...(fields.get(name) ?? []), value]);
    }
    forms.set(attribute(node, 'id') ?? '', {
      action: new URL(attribute(node, 'action') ?? '', address).href,
      fields,
      names,
    });
  }
  return forms;
}

/** The value that a browser would send; null where it would send none. */
function valueOf(field: Node): string | null {
  if (field.nodeName === 'textarea') return textOf(field);
  if (field.nodeName === 'select') {
    const options = all(field, ({ nodeName }) => nodeName === 'option');
    const chosen = options.find((option) => attribute(option, 'selected') !== null) ?? options[0];
    return chosen ? (attribute(chosen, 'value') ?? textOf(chosen)) : null;
  }
  const type = attribute(field, 'type') ?? 'text';
  if (['submit', 'file', 'button'].includes(type)) return null;
  const ticked = ['checkbox', 'radio'].includes(type);
  if (ticked && attribute(field, 'checked') === null) return null;
  return attribute(field, 'value') ?? (ticked ? 'on' : '');
}

/** What the page says is wrong, for whoever reads the demonstration's output. */
function summaryOf(html: string): string {
  const [main] = all(parse(html) as unknown as Node, ({ nodeName }) => nodeName === 'main');
  return (main ? textOf(main) : '').replace(/\s+/g, ' ').trim().slice(0, 600);
}

function all(node: Node, wanted: (node: Node) => boolean): Node[] {
  return [...(wanted(node) ? [node] : []), ...(node.childNodes ?? []).flatMap((child) => all(child, wanted))];
}

function attribute(node: Node, name: string): string | null {
  return node.attrs?.find((one) => one.name === name)?.value ?? null;
}

function textOf(node: Node): string {
  return node.value ?? (node.childNodes ?? []).map(textOf).join('');
}
