/**
 * Who is logged in on the ANEF, and the session that died. The portal says nothing when it loses somebody (pages.md § 3.2):
 * the rule is written here, beside its row.
 */
import type { Condition, PageRow } from '@/lib/domain/page';
import { EXPLAINS } from './explains';

/** What the header offers to somebody who is in. Anchored: « Créer mon compte » is for somebody who is not. */
const LOGGED_IN: Condition = {
  action:
    /^(?:(?:accéder à )?mon compte\b|se déconnecter|changer mon mot de passe|(?:go to )?my account\b|sign out|log ?out|退出|(?:进入)?我的(?:账户|帐户|账号))/,
};

/** The header's « Se connecter » without any sign of an account: also what a dead session falls back to (pages.md § 3.2). */
export const LOGGED_OUT: Condition = {
  action: /^(?:se connecter|sign in|log in|登录|登錄|登陆)$/,
  none: [LOGGED_IN],
};

/** Pages that mean something for one person only. Never the home page, nor the page where one logs in. */
const NEEDS_ACCOUNT: Condition = {
  route:
    /#\/(?:espace-personnel\/(?!connexion|inscription)[a-z]|sejour\/[a-z]|anf\/|nationalite|naturalisation|mes-[a-z])/,
};

/** What is on the screen matters more than a call that failed behind it. */
const SOMETHING_READ: Condition = {
  any: [
    { text: /votre demande a bien été enregistrée|your application has been/ },
    { text: /^(?:filtrer mes notifications|toutes les notifications|filter my notifications)\b/ },
    { text: /retour [aà] (?:toutes )?mes notifications/ },
    { text: /\b\d{1,2}\/\d{1,2}\/20\d\d\b/ },
  ],
};

export const SESSION_ROWS: readonly PageRow[] = [
  {
    id: 'anef/session-lost',
    outcome: 'blocked',
    label: 'Session perdue : l’ANEF ne vous reconnaît plus',
    // Three signs, any of which is enough:
    // 1. the page says so;
    // 2. « Se connecter » where somebody was in just before, on a page that needs an account. « Se déconnecter » leads to the
    //    home page, so that the home page never counts, nor the page to log in: there a log-out wanted and a session lost
    //    look the same, and we keep silent;
    // 3. the portal's own calls are refused (401; 403 of « who am I? ») while the header still shows an account.
    when: {
      none: [EXPLAINS],
      any: [
        {
          text: /^(?:votre session (?:a expiré|est expirée|est terminée|n'est plus (?:valide|active)|a été interrompue)|session expirée|(?:suite à|en raison d')[^.«"]{3,60}, vous avez été déconnectée?|vous avez été (?:automatiquement )?déconnectée? (?:en raison|suite|pour|après|automatiquement)|your session (?:has )?(?:expired|timed out|ended))\b/,
        },
        { wasLoggedIn: true, all: [NEEDS_ACCOUNT, LOGGED_OUT] },
        {
          all: [NEEDS_ACCOUNT, LOGGED_IN],
          call: /^(?:401 \/api\/|403 \/api\/usager\/moi\b)/,
          none: [SOMETHING_READ],
        },
      ],
    },
    extract: { message: { pattern: /^([^«"]{0,80}(?:session|déconnecté).{3,200})$/ } },
    hints: ['B1', 'B5'],
    sources: [
      {
        ref: 'pages.md § 1.2 (401/403 = session dead), § 3.2 « Dead session » (peers’ logic)',
        seen: '2026-07-30',
        sure: 'confirmed',
      },
      {
        ref: 'pages.md § 3.2 (that no message is shown); sentence of sign 1 is ours',
        seen: '2026-11-22',
        sure: 'inferred',
      },
    ],
  },
];
