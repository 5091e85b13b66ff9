/** @jsxImportSource hono/jsx */
import type { Article, ArticleBlock, ArticleImage, Section } from '../../domain/article.ts';
import { type Part, type Quote, quotesOf } from '../../domain/statement.ts';
import { Harmless, linkTo } from './harmless.tsx';
import { dateWords } from './published-time.ts';
import { inSigns } from './signs.ts';
import { siteWords } from './words.ts';

const words = siteWords('en');

/** The approved words of an article from its lead on, with the picture at `picture`, an address. */
export function ArticleText({ article, picture }: { article: Article; picture: string }) {
  return (
    <>
      <p class="p-summary lead" dir="auto">
        <Harmless text={article.lead} />
      </p>
      {article.image && <Picture image={article.image} source={picture} />}
      <div class="e-content">
        {article.sections.map((section) => (
          <SectionText section={section} />
        ))}
      </div>
    </>
  );
}

/** The same as markup on its own, for feeds. */
export function articleMarkup(article: Article, picture: string): string {
  return (<ArticleText article={article} picture={picture} />).toString();
}

function Picture({ image, source }: { image: ArticleImage; source: string }) {
  return (
    <figure class="picture">
      <img class="u-photo" src={source} alt={inSigns(image.alt)} />
      <figcaption>
        {words.photo}{' '}
        <span class="credit">
          <Harmless text={image.credit} />
        </span>
        ,{' '}
        <span class="licence">
          <Harmless text={image.licence} />
        </span>
      </figcaption>
    </figure>
  );
}

function SectionText({ section }: { section: Section }) {
  return (
    <section data-city={inSigns(section.city)}>
      {section.heading !== null && (
        <h2 dir="auto">
          <Harmless text={section.heading} />
        </h2>
      )}
      {section.blocks.map((block) => (
        <BlockText block={block} />
      ))}
    </section>
  );
}

function BlockText({ block }: { block: ArticleBlock }) {
  if ('paragraph' in block) return <Paragraph parts={block.paragraph} />;
  return (
    <figure class="quotation">
      <blockquote>
        <p dir="auto">
          <QuoteText quote={block.quote} />
        </p>
      </blockquote>
      <figcaption>
        {words.says}{' '}
        <span class="name">
          <Harmless text={block.by.name} />
        </span>
        ,{' '}
        <span class="office">
          <Harmless text={block.by.title} />
        </span>
      </figcaption>
    </figure>
  );
}

function Paragraph({ parts }: { parts: Part[] }) {
  const [first] = parts;
  const spoken = first !== undefined && typeof first !== 'string';
  return (
    <p dir="auto" {...(spoken ? { class: 'spoken' } : {})}>
      {parts.map((part) => (typeof part === 'string' ? <Harmless text={part} /> : <QuoteText quote={part.quote} />))}
    </p>
  );
}

/** The marks are text like the words between them: a `<q>` would get a second pair wherever our style is not read. */
function QuoteText({ quote: { text, language, source } }: { quote: Quote }) {
  const speech =
    source.kind === 'speech'
      ? {
          'data-event': inSigns(source.event),
          ...(source.date === undefined ? {} : { 'data-date': source.date }),
          ...(source.url === undefined ? {} : { 'data-url': inSigns(source.url) }),
        }
      : {};
  return (
    <span
      class="quote"
      dir="auto"
      data-source={source.kind}
      {...(language === 'en' ? {} : { lang: language })}
      {...speech}
    >
      “<Harmless text={text} />”
    </span>
  );
}

/** Where words come from that were taken from a speech; nothing where there are none. */
export function Sources({ article }: { article: Article }) {
  const speeches = article.sections
    .flatMap(({ blocks }) => quotesOf(blocks))
    .flatMap(({ source }) => (source.kind === 'speech' ? [source] : []));
  if (speeches.length === 0) return null;
  return (
    <aside class="sources" aria-labelledby="sources">
      <h2 id="sources">{words.sources}</h2>
      <ul>
        {speeches.map(({ event, date, url }) => (
          <li>
            {words.fromSpeech}{' '}
            {url === undefined ? (
              <Harmless text={event} />
            ) : (
              <a {...linkTo(url)}>
                <Harmless text={event} />
              </a>
            )}
            {date !== undefined && `, ${dateWords(date, words.language)}`}
          </li>
        ))}
      </ul>
    </aside>
  );
}
