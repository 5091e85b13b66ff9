/** The files that can be chosen as a letter or a paper; what they are is told by their content once they are sent. */
export const paperTypes = 'application/pdf,image/jpeg,image/png';
