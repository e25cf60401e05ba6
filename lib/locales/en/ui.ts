/** ui texts. */
export const ui = {} as const;
