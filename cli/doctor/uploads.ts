import { createInspector } from '../../worker/adapters/inspection/inspector.ts';
import { broken, type Finding, well } from './finding.ts';

/** Whether a letter that somebody hands in could be looked at: by drawing an empty page as it would be drawn. */
export async function lookAtUploads(): Promise<Finding> {
  const begun = performance.now();
  const pages = await createInspector().pictures(Buffer.from(emptyPage));
  const took = Math.round(performance.now() - begun);
  if (Array.isArray(pages) && pages.length === 1)
    return well('uploads', `a letter that is handed in is looked at in a process of its own, in about ${took} ms`);
  return broken('uploads', 'a letter that is handed in cannot be looked at: an empty page could not be drawn', again);
}

export const again = 'Run npm install here again: it brings the libraries for this machine.';

const emptyPage = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 72 72]>> endobj
trailer <</Root 1 0 R>>
%%EOF
`;
