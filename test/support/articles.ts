import type { Article } from '../../domain/article.ts';

/** An article about two invented towns: one with a quote inside a paragraph and one by itself, one without a heading. */
export const twoTowns: Article = {
  title: 'Çamlıova and Łąkowiec Join the Network',
  slug: 'camliova-and-lakowiec-join-the-network',
  author: { name: 'Ada Lindqvist' },
  lead: 'The network has two new members: Çamlıova and Łąkowiec.',
  image: {
    sha256: '9c4107be55d2a01f3c77e61b20de94aa8b15f3029d6c41e7702ba9be1c05e830',
    alt: 'A bridge',
    credit: 'D. Kaya',
    licence: 'CC BY 4.0',
  },
  sections: [
    {
      city: 'tr-camliova',
      heading: 'Çamlıova: streets that explain themselves',
      blocks: [
        {
          paragraph: [
            'The town counts its lamps. ',
            { quote: { text: 'A sensor should say what it measures', language: 'en', source: { kind: 'supplied' } } },
            ', says Defne Ardıç.',
          ],
        },
        {
          quote: { text: 'We share what works.\nWe say what does not.', language: 'en', source: { kind: 'supplied' } },
          by: { name: 'Defne Ardıç', title: 'Mayor of Çamlıova' },
        },
      ],
    },
    { city: 'pl-lakowiec', heading: null, blocks: [{ paragraph: ['Łąkowiec in Poland has signed.'] }] },
  ],
  articles: [{ category: 'News', title: 'An earlier article', excerpt: 'Not in the newsletter.' }],
};
