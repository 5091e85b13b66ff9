import { check } from './style-check.ts';
import { frame } from './style-frame.ts';
import { pages } from './style-pages.ts';
import { reading } from './style-reading.ts';

/** The style of every page: no fonts, pictures or scripts from elsewhere; light or dark as the reader's device says. */
export const style = `${[frame, pages, reading, check].map((part) => part.trim()).join('\n\n')}\n`;
