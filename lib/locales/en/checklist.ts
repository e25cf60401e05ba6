/** checklist texts. */
export const checklist = {} as const;
