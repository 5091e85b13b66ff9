import type { ArticleBlock } from '../../../domain/article.ts';
import type { AnnouncementFile } from '../known.ts';
import { bold, type Line, line, signsOf, toned } from '../lines.ts';
import type { State } from '../state.ts';
import { paragraphs } from './labelled.ts';

/** The article as readers get it, in a terminal: headline, first sentence, each city's section, and what follows. */
export function articleLines({ size: { columns } }: State, { article }: AnnouncementFile): Line[] {
  if (!article) return [line(''), line(' There is no article yet: no city is ready.')];
  const { title, lead, author, image, sections, articles } = article;
  return [
    line(' ', bold(title), toned('quiet', `   ${signsOf(title).length} signs`)),
    line(toned('quiet', ` by ${author.name}${author.tagline ? `, ${author.tagline}` : ''}`)),
    ...(image ? [line(toned('quiet', ` [picture: ${image.alt} / ${image.credit}, ${image.licence}]`))] : []),
    line(''),
    ...paragraphs(lead, columns),
    line(''),
    ...sections.flatMap(({ heading, blocks }) => [
      ...(heading === null ? [] : [line(' ', bold(heading))]),
      ...blocks.flatMap((block) => [...blockLines(block, columns), line('')]),
    ]),
    ...(articles.length === 0 ? [] : [line(' ', bold('More articles'))]),
    ...articles.map(({ category, title: other }) => line(`   ${category}: ${other}`)),
    line(toned('quiet', ' End of the article.')),
  ];
}

function blockLines(block: ArticleBlock, columns: number): Line[] {
  if ('quote' in block)
    return [
      ...paragraphs(`"${block.quote.text}"`, columns, 4),
      line(toned('quiet', `    ${block.by.name}, ${block.by.title} (${block.quote.language})`)),
    ];
  const text = block.paragraph.map((part) => (typeof part === 'string' ? part : `"${part.quote.text}"`)).join('');
  return paragraphs(text, columns);
}
