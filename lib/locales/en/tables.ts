/** tables texts. */
export const tables = {} as const;
