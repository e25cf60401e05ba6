/** The one door through which every record goes to the disk and comes back: identity today, encryption per dossier later. */

/**
 * Lines, intents and held attempts go through `sealText`, files through `sealBytes`. What the indexes need
 * (dossier, number, idempotency key, names of the files) stays outside, and nothing else does.
 * Both are asynchronous because WebCrypto is; for that reason they are called before a transaction opens or after it closes.
 */
export interface Codec {
  sealText(text: string): Promise<SealedText>;
  openText(sealed: SealedText): Promise<string>;
  sealBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  openBytes(sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

export type SealedText = string | Uint8Array<ArrayBuffer>;

/** Records as they are. */
export const identityCodec: Codec = {
  sealText: async (text) => text,
  openText: async (sealed) => {
    if (typeof sealed !== 'string')
      throw new TypeError('an encrypted record was met by the codec that does not decrypt');
    return sealed;
  },
  sealBytes: async (bytes) => bytes,
  openBytes: async (sealed) => sealed,
};
