import { expect, test } from '@jest/globals';
import { type ListedService, qualifiedBy } from '../../domain/trusted-list.ts';

const service = (...granted: ListedService['granted']): ListedService => ({ name: 'Seals', certificates: [], granted });
const listed = service(
  { from: '2018-01-01T00:00:00.000Z', until: '2021-06-01T00:00:00.000Z' },
  { from: '2024-01-01T00:00:00.000Z', until: null },
);
const onDevice = { isQualified: true, onDevice: true };

test.each([
  [
    'a qualified certificate on a device, while its issuer may',
    [listed],
    onDevice,
    '2020-01-01T00:00:00.000Z',
    'signature',
  ],
  ['from the very moment on', [listed], onDevice, '2024-01-01T00:00:00.000Z', 'signature'],
  ['not at the moment from which it may no longer', [listed], onDevice, '2021-06-01T00:00:00.000Z', 'no'],
  ['not while it was withdrawn', [listed], onDevice, '2022-01-01T00:00:00.000Z', 'no'],
  ['not before it might', [listed], onDevice, '2017-12-31T23:59:59.999Z', 'no'],
  ['one of several issuers is enough', [service(), listed], onDevice, '2025-01-01T00:00:00.000Z', 'signature'],
  [
    'the certificate alone, without a device',
    [listed],
    { isQualified: true, onDevice: false },
    '2025-01-01T00:00:00.000Z',
    'certificate',
  ],
  [
    'a device without a qualified certificate',
    [listed],
    { isQualified: false, onDevice: true },
    '2025-01-01T00:00:00.000Z',
    'no',
  ],
  ['an issuer that no list names, whatever the certificate says', [], onDevice, '2025-01-01T00:00:00.000Z', 'no'],
])('Qualified or not: %s', (_, issuers, said, at, qualified) => {
  expect(qualifiedBy(issuers, said, at)).toBe(qualified);
});
