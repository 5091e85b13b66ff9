import type { Application } from '../../domain/application.ts';
import type { Statement } from '../../domain/statement.ts';

/** An application of an invented town, with nothing missing and nothing wrong. */
export const anApplication: Application = {
  authority: {
    legalName: 'Çamlıova Büyükşehir Belediyesi',
    name: 'Çamlıova',
    nativeName: 'Çamlıova',
    kind: 'metropolitan-municipality',
    country: 'TR',
    timeZone: 'Europe/Istanbul',
    languages: ['tr', 'en'],
    website: 'https://www.camliova.example',
    population: {
      value: 84_000,
      qualifier: 'about',
      geography: 'municipality',
      asOf: '2026',
      source: 'The register of the province',
    },
  },
  contacts: [
    { role: 'main', name: 'Deniz Kaya', email: 'd.kaya@camliova.example', language: 'en' },
    { role: 'mayor-office', name: 'Office of the mayor', email: 'office@camliova.example', language: 'tr' },
  ],
  officeHolder: { name: 'Defne Ardıç', title: 'Mayor', email: 'mayor@camliova.example', termStart: '2024-04-01' },
  mandate: {
    kind: 'council-decision',
    decidedOn: '2026-01-12',
    effectiveOn: '2026-01-20',
    reference: 'Council minutes 2026/14',
  },
  motivation: 'We want to buy our sensors together with others, and to tell others what did not work.',
  claims: [{ text: 'Every lamp post says what it measures', date: '2025', evidence: 'https://camliova.example/lamps' }],
  agreements: { principles: true, privacyNotice: true },
};

/** A statement of an invented mayor: a paragraph with a quote in it, and a quote by itself. */
export const aStatement: Statement = {
  speaker: { name: 'Defne Ardıç', title: 'Mayor of Çamlıova' },
  section: {
    heading: 'Çamlıova: lamps that explain themselves',
    blocks: [
      {
        paragraph: [
          'Mayor Defne Ardıç says: ',
          {
            quote: {
              text: 'A sensor on a lamp post should say what it measures, and for whom.',
              language: 'en',
              source: { kind: 'supplied' },
            },
          },
          ' The town has 84,000 residents.',
        ],
      },
      {
        quote: {
          text: 'We share what works, and we say so when something fails.',
          language: 'en',
          source: { kind: 'speech', event: 'Opening of the council year', date: '2026-01-12' },
        },
      },
    ],
  },
  consent: { quotes: true, photo: false },
};
