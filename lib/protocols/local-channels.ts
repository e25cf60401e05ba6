/** Local ways of asking for the attestation de prolongation d'instruction (T3). Named by the deck; never an address: the person takes it from a captured page of the préfecture. */
export interface LocalChannel {
  readonly department: string;
  readonly kind: 'dn-form' | 'letterbox' | 'dedicated-mail';
  /** What the préfecture asks to join. */
  readonly joins?: 'ccc-reply';
  readonly sources: readonly { readonly ref: string; readonly seen: string }[];
}

export const LOCAL_CHANNELS: readonly LocalChannel[] = [
  { department: '91', kind: 'dn-form', sources: [{ ref: 'S003:1687 (préf. du 91)', seen: '2026-03-10' }] },
  { department: '93', kind: 'letterbox', sources: [{ ref: 'S003:1688 (préf. du 93)', seen: '2026-03-10' }] },
  {
    department: '93',
    kind: 'dedicated-mail',
    joins: 'ccc-reply',
    sources: [
      { ref: 'S003:1613-1623 (the copy of the CCC reply is asked for); domain.md § 2.1 C6', seen: '2026-03-10' },
    ],
  },
];

/** Those of a department; a dedicated mail may exist elsewhere too. */
export function localChannelsOf(department: string | null): readonly LocalChannel[] {
  return LOCAL_CHANNELS.filter((channel) => channel.department === department);
}
