/** What no verification says, wherever a result is shown: the page of an export, the command, the notebook. */

/** Keys of the sentences, in their order. */
export const NOT_PROVED = ['verify.not.1', 'verify.not.2', 'verify.not.3', 'verify.not.4'] as const;
