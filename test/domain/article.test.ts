import { describe, expect, test } from '@jest/globals';
import { AnnouncementPlan } from '../../domain/announcement-plan.ts';
import { type AnnouncedCity, composeArticle } from '../../domain/article.ts';
import { sha256OfValue } from '../../domain/canonical.ts';
import { Statement } from '../../domain/statement.ts';
import { camliovasStatement, springPlan, suppliedQuote } from '../support/inputs.ts';
import { ourNetwork } from '../support/networks.ts';

const plan = AnnouncementPlan.parse({ ...springPlan, cities: ['tr-camliova', 'pl-lakowiec'] });
const plain = AnnouncementPlan.parse({ cities: plan.cities, author: { name: 'Ada Lindqvist' } });

const camliova: AnnouncedCity = {
  city: 'tr-camliova',
  name: 'Çamlıova',
  countryName: 'Türkiye',
  statement: Statement.parse(camliovasStatement),
};
const lakowiec: AnnouncedCity = { city: 'pl-lakowiec', name: 'Łąkowiec', countryName: 'Poland', statement: null };
const aspholm: AnnouncedCity = { city: 'fi-aspholm', name: 'Äspholm', countryName: 'Finland', statement: null };

function headline(cities: AnnouncedCity[], of = plain) {
  const { title, lead, slug } = composeArticle(of, cities, ourNetwork);
  return { title, lead, slug };
}

describe('Headline, lead and address follow from who is in', () => {
  test('Two cities', () => {
    expect(headline([camliova, lakowiec])).toEqual({
      title: 'Çamlıova and Łąkowiec Join Open Towns',
      lead: 'Open Towns welcomes two new members from Türkiye and Poland: Çamlıova and Łąkowiec.',
      slug: 'camliova-and-lakowiec-join-open-towns',
    });
  });

  test('One city is spoken of in the singular', () => {
    expect(headline([lakowiec])).toEqual({
      title: 'Łąkowiec Joins Open Towns',
      lead: 'Open Towns welcomes Łąkowiec from Poland.',
      slug: 'lakowiec-joins-open-towns',
    });
  });

  test('Three cities, two of one country, which is named once', () => {
    const turku = { ...aspholm, countryName: 'Poland' };
    expect(headline([camliova, lakowiec, turku])).toEqual({
      title: 'Çamlıova, Łąkowiec, and Äspholm Join Open Towns',
      lead: 'Open Towns welcomes three new members from Türkiye and Poland: Çamlıova, Łąkowiec, and Äspholm.',
      slug: 'camliova-lakowiec-and-aspholm-join-open-towns',
    });
  });

  test('More than twelve are counted in digits', () => {
    const many = Array.from({ length: 13 }, () => camliova);
    expect(headline(many).lead.slice(0, 37)).toBe('Open Towns welcomes 13 new members fr');
  });

  test('A city whose name looks like a placeholder stays what it is', () => {
    expect(headline([{ ...lakowiec, name: '{count} $& {cities}' }]).title).toBe('{count} $& {cities} Joins Open Towns');
  });

  test('A title of signs alone still has an address: the cities’ own', () => {
    const signs = AnnouncementPlan.parse({ ...plain, title: '★ ★ ★' });
    expect(headline([camliova, lakowiec], signs)).toMatchObject({ title: '★ ★ ★', slug: 'tr-camliova-pl-lakowiec' });
  });
});

describe('What staff wrote in the plan', () => {
  test('It is used while exactly its cities are in', () => {
    expect(headline([camliova, lakowiec], plan)).toEqual({
      title: 'Two Towns Open Their Books',
      lead: 'Two towns have joined.',
      slug: 'two-towns',
    });
  });

  test.each([
    ['one has left', [camliova]],
    ['one came in addition', [camliova, lakowiec, aspholm]],
    ['another one is in its place', [camliova, aspholm]],
    ['they stand in another order', [lakowiec, camliova]],
  ])('It is not used when %s', (_, cities) => {
    expect(headline(cities, plan)).toEqual(headline(cities, plain));
  });

  test('Of a title without an address, the address is made from the title', () => {
    const titled = AnnouncementPlan.parse({ ...plain, title: 'Łąkowiec & Çamlıova: Welcome' });
    expect(headline([camliova, lakowiec], titled).slug).toBe('lakowiec-camliova-welcome');
  });
});

describe('The whole article', () => {
  const image = '9'.repeat(64);

  test('It has the mayors’ words under their names, and a sentence where words were waived', () => {
    expect(composeArticle(plan, [camliova, lakowiec], ourNetwork, image)).toEqual({
      title: 'Two Towns Open Their Books',
      slug: 'two-towns',
      author: { name: 'Ada Lindqvist', tagline: 'Writes about members' },
      lead: 'Two towns have joined.',
      image: { sha256: image, alt: 'Two bridges', credit: 'Drawn here', licence: 'CC0-1.0' },
      sections: [
        {
          city: 'tr-camliova',
          heading: 'Çamlıova: streets that explain themselves',
          blocks: [
            { paragraph: ['The town counts its lamps.'] },
            { paragraph: ['The mayor said: ', { quote: suppliedQuote }, ' That was all.'] },
            {
              quote: {
                text: 'Bak.',
                language: 'tr',
                source: { kind: 'speech', event: 'Town meeting', date: '2026-03-14' },
              },
              by: { name: 'Defne Ardıç', title: 'Mayor of Çamlıova' },
            },
          ],
        },
        {
          city: 'pl-lakowiec',
          heading: null,
          blocks: [{ paragraph: ['Łąkowiec in Poland has signed the letter.'] }],
        },
      ],
      articles: [
        { category: 'News', title: 'Ferries', excerpt: 'One timetable.', url: 'https://news.example/ferries' },
      ],
    });
  });

  test('A speaker is named as they want to be printed', () => {
    const statement = Statement.parse({
      ...camliovasStatement,
      speaker: { ...camliovasStatement.speaker, printedName: 'Defne A.' },
    });
    const { sections } = composeArticle(plain, [{ ...camliova, statement }], ourNetwork);
    expect(sections[0]?.blocks[2]).toMatchObject({ by: { name: 'Defne A.', title: 'Mayor of Çamlıova' } });
  });

  test('What was not given is absent, and the same input has the same hash', () => {
    const article = composeArticle(plain, [camliova, lakowiec], ourNetwork);
    expect(['image' in article, 'tagline' in article.author, article.articles]).toEqual([false, false, []]);
    expect(sha256OfValue(composeArticle(plain, [camliova, lakowiec], ourNetwork))).toBe(sha256OfValue(article));
    expect(sha256OfValue(composeArticle(plain, [lakowiec, camliova], ourNetwork))).not.toBe(sha256OfValue(article));
  });

  test('When it is to be published and who gets it by mail is no part of it', () => {
    const { publishAt: _at, mailingList: _readers, ...timeless } = plan;
    expect(composeArticle(timeless, [camliova, lakowiec], ourNetwork)).toEqual(
      composeArticle(plan, [camliova, lakowiec], ourNetwork),
    );
  });
});
