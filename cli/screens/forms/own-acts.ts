/** What staff do for themselves and for the office. */
export const ownActs = ['away', 'back', 'add-colleague', 'revoke-colleague'] as const;
