import { createRequire } from 'node:module';

/** As much of an XML document as trusted lists need. */
export type XmlElement = {
  readonly localName: string | null;
  readonly textContent: string | null;
  getElementsByTagNameNS(namespace: string, name: string): { length: number; item(index: number): XmlElement | null };
};
type XmlDocument = XmlElement & { readonly documentElement: XmlElement | null };

type Parser = new (options: {
  errorHandler: Record<string, () => void>;
}) => {
  parseFromString(xml: string, type: string): XmlDocument | undefined;
};
type SignedXml = new (options: {
  publicCert: string;
  getCertFromKeyInfo: () => null;
}) => {
  loadSignature(signature: XmlElement): void;
  checkSignature(xml: string): boolean;
  getSignedReferences(): string[];
};

// Not imported: their types bring in those of browsers, which clash with Node's in all other files.
const require = createRequire(import.meta.url);
const { DOMParser } = require('@xmldom/xmldom') as { DOMParser: Parser };
const { SignedXml } = require('xml-crypto') as { SignedXml: SignedXml };

/** The document in a text of XML; null where it is none. Entities from outside are never fetched. */
export function xmlIn(text: string): XmlDocument | null {
  const broken = () => {
    throw new Error('not XML');
  };
  try {
    const parser = new DOMParser({ errorHandler: { error: broken, fatalError: broken, warning: () => {} } });
    return parser.parseFromString(text, 'text/xml') ?? null;
  } catch {
    return null;
  }
}

/** Elements of a name, anywhere below another. */
export function elementsBelow(element: XmlElement, namespace: string, name: string): XmlElement[] {
  const found = element.getElementsByTagNameNS(namespace, name);
  return Array.from({ length: found.length }, (_, index) => found.item(index)).filter((one) => one !== null);
}

/**
 * The parts of an XML text that its last signature covers, as they were hashed, if the holder of this certificate (PEM) signed
 * them; null else. What the signature itself says of its key counts for nothing.
 */
export function signedPartsOf(xml: string, publicCert: string): string[] | null {
  const document = xmlIn(xml);
  const signature = document
    ? elementsBelow(document, 'http://www.w3.org/2000/09/xmldsig#', 'Signature').at(-1)
    : undefined;
  if (!signature) return null;
  const checked = new SignedXml({ publicCert, getCertFromKeyInfo: () => null });
  try {
    checked.loadSignature(signature);
    return checked.checkSignature(xml) ? checked.getSignedReferences() : null;
  } catch {
    return null;
  }
}
