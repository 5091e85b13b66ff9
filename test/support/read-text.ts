import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** What a person reads on a page of HTML: the text of each paragraph and heading, in order. */
export function readText(html: string): string[] {
  return piecesIn(parse(html)).map((piece) => textIn(piece).trim());
}

type Node = DefaultTreeAdapterTypes.Node;

function piecesIn(node: Node): Node[] {
  if (['p', 'h1', 'h2', 'h3', 'li'].includes(node.nodeName)) return [node];
  return 'childNodes' in node ? node.childNodes.flatMap(piecesIn) : [];
}

function textIn(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}
