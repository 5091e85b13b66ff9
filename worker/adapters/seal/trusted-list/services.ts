import type { ListedService, Period } from '../../../../domain/trusted-list.ts';
import { pemOf } from '../pem.ts';
import { elementsBelow, type XmlElement } from './xml.ts';

const qualifiedCertificates = 'http://uri.etsi.org/TrstSvc/Svctype/CA/QC';
const granted = 'http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted';
const uses = 'http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/';

/**
 * The services of a trusted list (ETSI TS 119 612, 5.5 and 5.6) that give out qualified certificates for signatures or seals, with
 * the times in which they might. What holds today holds until the list's next update: of later, a list says nothing.
 */
export function servicesOf(list: XmlElement): ListedService[] {
  const nextUpdate = textIn(below(list, 'NextUpdate')[0], 'dateTime');
  return below(list, 'TSPService').flatMap((service) => {
    const information = below(service, 'ServiceInformation')[0];
    if (!information) return [];
    const states = [information, ...below(service, 'ServiceHistoryInstance')].map(stateOf);
    const times = periodsOf(states, nextUpdate);
    const certificates = certificatesOf(information);
    if (times.length === 0 || certificates.length === 0 || !isForSignatures(information)) return [];
    return [{ name: textIn(information, 'ServiceName').trim(), certificates, granted: times }];
  });
}

type State = { isGranted: boolean; from: string };

function stateOf(of: XmlElement): State {
  const isQualified = textIn(of, 'ServiceTypeIdentifier') === qualifiedCertificates;
  return { isGranted: isQualified && textIn(of, 'ServiceStatus') === granted, from: textIn(of, 'StatusStartingTime') };
}

/** Each state lasts until the one after it begins. */
function periodsOf(states: readonly State[], nextUpdate: string): Period[] {
  const inOrder = states
    .filter(({ from }) => !Number.isNaN(Date.parse(from)))
    .toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from));
  return inOrder.flatMap(({ isGranted, from }, index) => {
    const until = inOrder[index + 1]?.from ?? nextUpdate;
    if (!isGranted || Number.isNaN(Date.parse(until))) return [];
    return [{ from: new Date(from).toISOString(), until: new Date(until).toISOString() }];
  });
}

function certificatesOf(information: XmlElement): string[] {
  const identity = below(information, 'ServiceDigitalIdentity')[0];
  return (identity ? below(identity, 'X509Certificate') : []).map((one) =>
    pemOf(Buffer.from((one.textContent ?? '').replace(/\s/g, ''), 'base64')),
  );
}

/** Where a service says what its certificates are for, signatures or seals are among it, and not web sites alone. */
function isForSignatures(information: XmlElement): boolean {
  const said = below(information, 'AdditionalServiceInformation').map((one) => textIn(one, 'URI'));
  const purposes = said.filter((uri) => uri.startsWith(`${uses}For`));
  return purposes.length === 0 || purposes.some((uri) => /ForeS(ignatures|eals)$/.test(uri));
}

function textIn(element: XmlElement | undefined, name: string): string {
  return (element ? below(element, name)[0]?.textContent : '')?.trim() ?? '';
}

const namespace = 'http://uri.etsi.org/02231/v2#';

function below(element: XmlElement, name: string): XmlElement[] {
  return elementsBelow(element, namespace, name);
}
