/** @jsxImportSource hono/jsx */
import { shortDayWords } from '../time-words.ts';
import { Constellation } from './constellation.tsx';
import { Harmless } from './harmless.tsx';
import { renderPage } from './layout.tsx';
import { countriesOf } from './members.tsx';
import { Card } from './news.tsx';
import { dayIn, offsetTime } from './published-time.ts';
import { type PublishedArticle, type SiteData, type SiteMember, standing } from './site-data.ts';
import { siteWords } from './words.ts';

const words = siteWords('en');
const path = 'index.html';

/** The first page: what the network is, how to join, the newest news and members. */
export function renderHome(site: SiteData): string {
  const { network, members } = site;
  return renderPage(
    site,
    { path, title: network.name, description: network.about },
    <>
      <section class="hero">
        <div class="wide">
          <div>
            <h1>{words.headline}</h1>
            <p class="lead">
              <Harmless text={network.about} />
            </p>
            <p class="acts">
              <a class="button" href={`${site.address}/join`}>
                {words.joinAsCity}
              </a>
              <a href="members/">{words.membersIn(members.length, countriesOf(members).size)}</a>
            </p>
          </div>
          <Constellation lit={members.length} />
        </div>
      </section>
      <News site={site} />
      {members.length > 0 && <Members members={members} />}
    </>,
  );
}

function News({ site }: { site: SiteData }) {
  const [newest, ...earlier] = standing(site);
  return (
    <section class="wide block" aria-labelledby="news">
      <div class="row">
        <h2 id="news">{words.news}</h2>
        <a href="news/">{words.allNews}</a>
      </div>
      {newest ? <Card site={site} published={newest} path={path} level="h3" /> : <p>{words.noNews}</p>}
      {earlier.length > 0 && (
        <ul class="others">
          {earlier.slice(0, 5).map((published) => (
            <Earlier published={published} zone={site.network.zone} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Earlier({ published: { article, publishedAt }, zone }: { published: PublishedArticle; zone: string }) {
  return (
    <li>
      <time datetime={offsetTime(publishedAt, zone)}>{shortDayWords(dayIn(publishedAt, zone), words.language)}</time>
      <a href={`news/${article.slug}/`} dir="auto">
        <Harmless text={article.title} />
      </a>
    </li>
  );
}

function Members({ members }: { members: SiteMember[] }) {
  const newest = members.toSorted((one, other) => (one.memberSince < other.memberSince ? 1 : -1)).slice(0, 12);
  return (
    <section class="wide block" aria-labelledby="members">
      <div class="row">
        <h2 id="members">{words.newestMembers}</h2>
        <a href="members/">{words.allMembers}</a>
      </div>
      <ul class="chips">
        {newest.map(({ city, name, countryName }) => (
          <li>
            <a class="chip" href={`members/#${city}`}>
              <b dir="auto">
                <Harmless text={name} />
              </b>{' '}
              <Harmless text={countryName} />
            </a>
          </li>
        ))}
      </ul>
      <h2>{words.byCountry}</h2>
      <ul class="countries">
        {[...countriesOf(members)].map(([name, count]) => (
          <li>
            <Harmless text={name} /> <b>{count}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
