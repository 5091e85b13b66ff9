/** @jsxImportSource hono/jsx */
import { renderToString } from 'hono/jsx/dom/server';
import { type Block, inMarks, type MailText } from './content.ts';

const ink = '#17202A';
const quiet = '#4C5B68';
const link = '#0B57A4';
const accent = '#0A6B5E';
const paper = '#FFFFFF';
const wash = '#F2F5F7';

const body = `margin:0;padding:24px 16px;background:${wash};color:${ink};font:18px/28px 'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif`;
const sheet = `max-width:560px;margin:0 auto;padding:24px 32px;background:${paper};border-top:4px solid ${accent}`;
const space = 'margin:0 0 16px';
const small = `margin:0 0 4px;font-size:16px;line-height:24px;color:${quiet}`;

/** A mail as a page of HTML without pictures, scripts or anything fetched from elsewhere. */
export function asHtml(mail: MailText): string {
  return `<!doctype html>\n${renderToString(<Page {...mail} />)}`;
}

function Page({ language, subject, blocks, footer }: MailText) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
      </head>
      <body style={body}>
        <div style={sheet}>
          {blocks.map((block) => (
            <Piece block={block} />
          ))}
          <div style={`margin:32px 0 0;padding:16px 0 0;border-top:1px solid #B9C3CB`}>
            {footer.map((line) => (
              <p style={small}>{line}</p>
            ))}
          </div>
        </div>
      </body>
    </html>
  );
}

function Piece({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h2 style="margin:32px 0 8px;font-size:22px;line-height:28px">{block.text}</h2>;
    case 'paragraph':
      return <p style={space}>{block.text}</p>;
    case 'quotation':
      return (
        <blockquote dir="auto" style={`${space};padding:0 0 0 16px;border-inline-start:4px solid ${accent}`}>
          {inMarks(block.paragraphs).map((paragraph) => (
            <p style="margin:0 0 8px">{paragraph}</p>
          ))}
          {block.by !== undefined && <p style={`margin:0;color:${quiet}`}>{block.by}</p>}
        </blockquote>
      );
    case 'address':
      return (
        <p style={`${space};padding:12px 16px;background:${wash};overflow-wrap:anywhere`}>{addressIn(block.address)}</p>
      );
    case 'code':
      return <p style={`${space};font-size:32px;line-height:40px;font-weight:bold;letter-spacing:2px`}>{block.code}</p>;
    default:
      return block satisfies never;
  }
}

/** In the copy that staff see, a placeholder stands where the address was, and leads nowhere. */
function addressIn(address: string) {
  if (!/^https?:\/\//.test(address)) return address;
  return (
    <a href={address} style={`color:${link};font-weight:bold`}>
      {address}
    </a>
  );
}
