import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readTrustedList } from '../../../../worker/adapters/seal/trusted-list/trusted-list.ts';
import { authority, type Holder } from '../../../support/signing-peers.ts';

const folder = mkdtempSync(join(tmpdir(), 'oasc-trusted-list-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const issuer = authority(folder, 'Qualified Certificates of Lakowiec');
const operator = authority(folder, 'Operator of the List');
const somebody = authority(folder, 'Somebody Else');

const etsi = 'http://uri.etsi.org/TrstSvc';
const forSignatures = `${etsi}/TrustedList/SvcInfoExt/ForeSignatures`;
const forWebSites = `${etsi}/TrustedList/SvcInfoExt/ForWebSiteAuthentication`;

type State = { status?: string; from: string; type?: string; use?: string };

const stateOf = ({ status = 'granted', from, type = 'CA/QC', use = forSignatures }: State) => `
  <ServiceTypeIdentifier>${etsi}/Svctype/${type}</ServiceTypeIdentifier>
  <ServiceName><Name xml:lang="en">Seals and signatures</Name></ServiceName>
  <ServiceDigitalIdentity><DigitalId><X509Certificate>${issuer.pem.replace(/-----[^-]+-----/g, '')}</X509Certificate></DigitalId></ServiceDigitalIdentity>
  <ServiceStatus>${etsi}/TrustedList/Svcstatus/${status}</ServiceStatus>
  <StatusStartingTime>${from}</StatusStartingTime>
  <ServiceInformationExtensions><Extension Critical="true"><AdditionalServiceInformation><URI xml:lang="en">${use}</URI></AdditionalServiceInformation></Extension></ServiceInformationExtensions>`;

/** A trusted list with one service: how it is now, and how it was. */
function listOf(now: State, ...before: State[]): string {
  const history = before.map((one) => `<ServiceHistoryInstance>${stateOf(one)}</ServiceHistoryInstance>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#" Id="list">
  <SchemeInformation><NextUpdate><dateTime>2027-06-01T00:00:00Z</dateTime></NextUpdate></SchemeInformation>
  <TrustServiceProviderList><TrustServiceProvider><TSPServices><TSPService>
    <ServiceInformation>${stateOf(now)}</ServiceInformation><ServiceHistory>${history}</ServiceHistory>
  </TSPService></TSPServices></TrustServiceProvider></TrustServiceProviderList>
</TrustServiceStatusList>`;
}

function signedBy(xml: string, { key }: Holder): string {
  const { SignedXml } = createRequire(import.meta.url)('xml-crypto') as {
    SignedXml: new (
      options: object,
    ) => {
      addReference(reference: object): void;
      computeSignature(xml: string): void;
      getSignedXml(): string;
    };
  };
  const canonicalizationAlgorithm = 'http://www.w3.org/2001/10/xml-exc-c14n#';
  const signing = new SignedXml({
    privateKey: readFileSync(key, 'utf8'),
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm,
  });
  signing.addReference({
    xpath: "/*[local-name(.)='TrustServiceStatusList']",
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', canonicalizationAlgorithm],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signing.computeSignature(xml);
  return signing.getSignedXml();
}

async function read(xml: string, signer: Holder | null = null) {
  const file = join(folder, 'list.xml');
  writeFileSync(file, xml);
  return await readTrustedList(file, signer?.certFile ?? null).then(
    ({ services, word }) => ({ word, granted: services.map(({ granted }) => granted) }),
    (error: Error) => error.message,
  );
}

const since2018 = listOf({ from: '2018-01-01T00:00:00Z' });
const granted = [[{ from: '2018-01-01T00:00:00.000Z', until: '2027-06-01T00:00:00.000Z' }]];

describe('What a trusted list says', () => {
  test('a service, its certificate, and from when to when: of times after its next update it says nothing', async () => {
    writeFileSync(join(folder, 'list.xml'), since2018);
    const { services } = await readTrustedList(join(folder, 'list.xml'), null);
    expect(services).toEqual([{ name: 'Seals and signatures', certificates: [issuer.pem], granted: granted[0] }]);
  });

  test('what was before counts for signatures of before', async () => {
    const withdrawn = listOf(
      { status: 'withdrawn', from: '2023-05-01T00:00:00Z' },
      { from: '2018-01-01T00:00:00Z' },
      { status: 'undersupervision', from: '2014-01-01T00:00:00Z' },
    );
    expect(await read(withdrawn)).toEqual({
      word: 'taken',
      granted: [[{ from: '2018-01-01T00:00:00.000Z', until: '2023-05-01T00:00:00.000Z' }]],
    });
  });

  test.each([
    ['was withdrawn', { status: 'withdrawn', from: '2018-01-01T00:00:00Z' }],
    ['gives out certificates for web sites alone', { from: '2018-01-01T00:00:00Z', use: forWebSites }],
    ['is for timestamps', { from: '2018-01-01T00:00:00Z', type: 'TSA/QTST' }],
    ['has no time from which it counts', { from: 'soon' }],
  ])('a list whose only service %s is not taken for one', async (_, state) => {
    expect(await read(listOf(state))).toBe(
      'OASC_TRUSTED_LIST names no service that gives out qualified certificates for signatures: take the list of a country.',
    );
  });
});

describe('On whose word a trusted list is taken', () => {
  test('without a signer’s certificate, on the word of whoever put it there; with one, by its signature', async () => {
    const signed = signedBy(since2018, operator);
    expect([await read(signed), await read(signed, operator)]).toEqual([
      { word: 'taken', granted },
      { word: 'checked', granted },
    ]);
  });

  test('one that was changed, is not signed, or is signed by somebody else is refused', async () => {
    const signed = signedBy(since2018, operator);
    const refused =
      'OASC_TRUSTED_LIST is not signed, was changed, or signed by somebody else than OASC_TRUSTED_LIST_SIGNER names.';
    expect([
      await read(signed.replace('2018-01-01', '2008-01-01'), operator),
      await read(since2018, operator),
      await read(signedBy(since2018, somebody), operator),
    ]).toEqual(Array(3).fill(refused));
  });

  test('a service put around or beside what was signed is not read', async () => {
    const [, body = ''] = /(<TrustServiceStatusList[\s\S]*)/.exec(signedBy(since2018, operator)) ?? [];
    const [, other = ''] =
      /(<TrustServiceProviderList>[\s\S]*<\/TrustServiceProviderList>)/.exec(
        listOf({ from: '2001-01-01T00:00:00Z' }),
      ) ?? [];
    const around = `<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#">${other}${body}</TrustServiceStatusList>`;
    const said = await read(around, operator);
    expect(typeof said === 'string' ? 'refused' : said.granted).toEqual(typeof said === 'string' ? 'refused' : granted);
  });

  test('what is no list, or no XML, is told so', async () => {
    expect([await read('<a/>'), await read('a list'), await read('<a>')]).toEqual(
      Array(3).fill(
        'OASC_TRUSTED_LIST is no trusted list: an XML file by ETSI TS 119 612 begins with TrustServiceStatusList.',
      ),
    );
  });
});
