import type { OutgoingMail } from '../../worker/adapters/mailer.ts';

/** A mail to the mayor of an invented town. */
export const outgoing: OutgoingMail = {
  id: 'tr-camliova.1/mail/3',
  from: { name: 'Network of Open Towns', email: 'join@towns.example' },
  to: { name: 'Defne Ardıç', email: 'defne.ardic@camliova.example' },
  subject: 'Çamlıova: read and sign the letter by 5 March',
  text: 'Read and sign the Letter of Intent.\n\n.\n..\nhttps://join.towns.example/c/5JtqN3mYw8Zr\n',
  html: '<!doctype html>\n<p>Read and sign the Letter of Intent.</p>',
  at: '2027-02-18T09:00:00.000Z',
  domain: 'towns.example',
};
