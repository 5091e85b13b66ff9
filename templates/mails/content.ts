/** What a mail says, before it is text or HTML: both are made of this and say the same. */
export type MailText = { language: string; subject: string; blocks: Block[]; footer: string[] };

export type Block =
  | { kind: 'heading' | 'paragraph'; text: string }
  | { kind: 'quotation'; paragraphs: string[]; by?: string }
  | { kind: 'address'; address: string }
  | { kind: 'code'; code: string };

export type ComposedMail = { subject: string; text: string; html: string };

/** A mail as plain text: a blank line between paragraphs, each address and each code on a line of its own. */
export function asPlainText({ blocks, footer }: MailText): string {
  // Mail programs know the line `-- ` and leave out what follows it in an answer.
  return `${blocks.map(inPlainText).join('\n\n')}\n\n-- \n${footer.join('\n')}\n`;
}

function inPlainText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'quotation':
      return [...inMarks(block.paragraphs), ...(block.by === undefined ? [] : [block.by])].join('\n');
    case 'address':
      return block.address;
    case 'code':
      return block.code;
    default:
      return block satisfies never;
  }
}

/** Paragraphs in one pair of quotation marks. */
export function inMarks(paragraphs: readonly string[]): string[] {
  return paragraphs.map(
    (paragraph, index) => `${index === 0 ? '“' : ''}${paragraph}${index === paragraphs.length - 1 ? '”' : ''}`,
  );
}
