/** Export texts. */
export const exporting = {} as const;
