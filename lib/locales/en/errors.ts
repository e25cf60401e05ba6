/** errors texts. */
export const errors = {} as const;
