import type { DefaultTreeAdapterMap } from 'parse5';

export type PageElement = DefaultTreeAdapterMap['element'];
export type PageNode = DefaultTreeAdapterMap['childNode'];
export type PageRoot = { childNodes: PageNode[] };

/**
 * The one element below `root` that `selector` names (`tag`, `tag.class` or `.class`).
 *
 * @throws when there is none, or more than one; the message holds no word of the page.
 */
export function only(root: PageRoot, selector: string): PageElement {
  const [found, ...others] = every(root, selector);
  if (found === undefined || others.length > 0)
    throw new Error(`The page has ${found ? others.length + 1 : 0} of ${selector}, and not one.`);
  return found;
}

/** The same, or null where there is none. */
export function perhaps(root: PageRoot, selector: string): PageElement | null {
  return every(root, selector).length === 0 ? null : only(root, selector);
}

/** Every element below `root` that `selector` names, in the order of the page. */
export function every(root: PageRoot, selector: string): PageElement[] {
  return elementsIn(root).flatMap((element) => [
    ...(matches(element, selector) ? [element] : []),
    ...every(element, selector),
  ]);
}

/** The elements that stand directly in another one. */
export function elementsIn(root: PageRoot): PageElement[] {
  return root.childNodes.filter((node) => 'tagName' in node);
}

/** Whether an element is what `selector` names. */
export function matches(element: PageElement, selector: string): boolean {
  const [tag, name] = selector.split('.');
  const classes = (attribute(element, 'class') ?? '').split(' ');
  return (tag === '' || tag === element.tagName) && (name === undefined || classes.includes(name));
}

/** An attribute's value, or undefined where the element has none of this name. */
export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The text in a node as it was written: a sign that shows a hidden character is that character again. */
export function textIn(node: PageNode): string {
  if ('value' in node) return node.value;
  if (!('tagName' in node)) return '';
  const code = attribute(node, 'data-code');
  return code === undefined ? node.childNodes.map(textIn).join('') : String.fromCodePoint(Number.parseInt(code, 16));
}
