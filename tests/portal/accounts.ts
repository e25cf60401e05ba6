/** The invented people who can log in on the stand-in SSO. None of them exists. */

/** A foreigner's number of the form used in examples (pages.md § 5), and a password written here for whoever tries the demo. */
export const ACCOUNT = { identifier: '9999999901', password: 'Carnet-2026', name: 'Nadia EXEMPLE' } as const;

/** Identifiers that always fail, whatever the password, and the page that they get. */
export const TROUBLED: Readonly<Record<string, string>> = {
  '9999999902': 'anef-sso/account-disabled',
  '9999999903': 'anef-sso/login-expired',
};

/** What the stand-in captcha expects; it is drawn in clear on the page. */
export const CAPTCHA = 'CARNET';
