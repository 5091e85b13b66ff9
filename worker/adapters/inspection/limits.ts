/** Within what one file is looked at; whatever needs more is given up, and its process ended. */
export const limits = {
  /** Milliseconds until an answer. */
  inspect: 10_000,
  pictures: 20_000,
  /** Bytes of memory that the process may hold at any moment, and of them those for JavaScript's own objects. */
  memory: 640 * 1024 * 1024,
  heap: 192 * 1024 * 1024,
  /** Bytes of an answer. */
  answer: 64 * 1024 * 1024,
  /** How many files are looked at beside each other, and how many more wait. */
  atOnce: 2,
  waiting: 8,
  /** Signatures of a PDF that are looked at, and earlier states of it that are drawn to be compared. */
  signatures: 16,
  earlierStates: 4,
};

/** The longer side of a page's picture in pixels (A4 at 150 dots per inch), and the most dots per inch. */
export const pictureSize = { side: 1754, dots: 150 };

/** A picture above this size in bytes is kept as JPEG; drawn pages stay below it and keep their sharp edges. */
export const largestPng = 250_000;
