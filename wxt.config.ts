/** The build: one manifest for both browsers, the permissions of design.md § 5, nothing imported by magic. */
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { NATIONAL_MATCHES, OPTIONAL_MATCHES } from './lib/pages/hosts';
import { PREFECTURE_MATCHES } from './lib/prefectures/matches';
import { verifierScript } from './vite.verifier';

// 'wasm-unsafe-eval': HarfBuzz shapes Arabic and Indic names in the letters; Firefox wants it written too (ARCHITECTURE.md).
const CSP =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), verifierScript()],
    build: { sourcemap: false },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'fr',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'webRequest', 'contextMenus'],
    host_permissions: [...NATIONAL_MATCHES],
    // One pattern a host, in one list only: Chromium warns of a pattern that stands twice.
    optional_host_permissions: [...PREFECTURE_MATCHES, ...OPTIONAL_MATCHES],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: CSP },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
      // Not Alt+Shift+C: Chromium keeps it for its tab groups and then gives the command no key at all (measured, 156).
      'capture-page': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_capture__' },
    },
    action: { default_title: '__MSG_name__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'carnet-de-demarches@exemple.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
