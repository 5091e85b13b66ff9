import { expect, test } from '@jest/globals';
import { composeMail } from '../../../templates/mails/mail.ts';
import { defne, exampleOf, network } from '../../support/mails.ts';
import { readText } from '../../support/read-text.ts';

const hostile = 'Ça\r\nBcc: eve@x.example\u202e<b onclick="x()">\u0000{{link}} $t(footer.why) $& {{- name}}';
const shown = 'Ça Bcc: eve@x.example<U+202E><b onclick="x()"><U+0000>{{link}} $t(footer.why) $& {{- name}}';

test('Line ends and signs that nobody sees never reach a subject', () => {
  const { subject } = composeMail({ ...exampleOf('withdrawn'), city: hostile }, { network, to: defne });
  expect(subject).toBe(`${shown}: we have noted the withdrawal`);
});

test('What people write is shown as it is, never read as a gap, a sentence or markup', () => {
  const mail = { ...exampleOf('changes-wanted'), city: hostile, reviewer: hostile, reason: `${hostile}\n\n{{reason}}` };
  const { text, html } = composeMail(mail, { network, to: { ...defne, name: hostile } });
  expect(text.split('\n').slice(4, 9)).toEqual([
    `${shown} has read the application of ${shown} and asks:`,
    '',
    '“Ça',
    'Bcc: eve@x.example<U+202E><b onclick="x()"><U+0000>{{link}} $t(footer.why) $& {{- name}}',
    '{{reason}}”',
  ]);
  expect(html).not.toContain('<b ');
  expect(readText(html)).toEqual(text.split(/\n+/).filter((line) => line !== '' && line !== '-- '));
});

test('Only a web address becomes a link', () => {
  const { text, html } = composeMail(
    { ...exampleOf('withdrawn'), link: 'javascript:alert(1)' },
    { network, to: defne },
  );
  expect(text).toContain('\njavascript:alert(1)\n');
  expect(html).not.toContain('href');
});
