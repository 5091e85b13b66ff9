/** @jsxImportSource hono/jsx */
import { shortDayWords } from '../time-words.ts';
import { Harmless } from './harmless.tsx';
import { renderPage } from './layout.tsx';
import type { SiteData, SiteMember } from './site-data.ts';
import { siteWords } from './words.ts';

const words = siteWords('en');

/** The directory of members, in the order in which they are given. */
export function renderMembers(site: SiteData): string {
  const { members } = site;
  const count = words.membersIn(members.length, countriesOf(members).size);
  return renderPage(
    site,
    { path: 'members/index.html', title: words.members, description: count },
    <div class="wide listing">
      <h1>{words.members}</h1>
      <p class="lead">{members.length === 0 ? words.noMembers : count}</p>
      <ul class="directory">
        {members.map((member) => (
          <Row member={member} />
        ))}
      </ul>
      <p>
        <a class="button" href={`${site.address}/join`}>
          {words.joinAsCity}
        </a>
      </p>
    </div>,
  );
}

/** How many members each country has, most first. */
export function countriesOf(members: readonly SiteMember[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { countryName } of members) counts.set(countryName, (counts.get(countryName) ?? 0) + 1);
  return new Map([...counts].toSorted(([one, many], [other, more]) => more - many || one.localeCompare(other, 'en')));
}

function Row({ member }: { member: SiteMember }) {
  const { city, name, nativeName, countryName, kind, memberSince, announcementSlug } = member;
  return (
    <li id={city}>
      <h2 dir="auto">
        <Harmless text={name} />
      </h2>
      {nativeName !== name && (
        <p class="native" dir="auto">
          <Harmless text={nativeName} />
        </p>
      )}
      <p>
        <Harmless text={countryName} />
        {', '}
        {words.kind(kind)}
      </p>
      <p>
        {words.since} <time datetime={memberSince}>{shortDayWords(memberSince, words.language)}</time>
      </p>
      {announcementSlug !== undefined && (
        <p>
          <a href={`../news/${announcementSlug}/`}>
            {words.announced}
            <span class="unseen">
              : <Harmless text={name} />
            </span>
          </a>
        </p>
      )}
    </li>
  );
}
