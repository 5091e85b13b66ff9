/** Why two applications may be of the same city, in a few words. */
export const alikeWords: Record<'same-id' | 'same-name' | 'same-website' | 'same-place', string> = {
  'same-id': 'the same city',
  'same-name': 'the same name',
  'same-website': 'the same website',
  'same-place': 'the same place in a register',
};
