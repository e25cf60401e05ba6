/** The one door to the browser's extension API: everything else in lib/platform imports it from here. */
import browser from 'webextension-polyfill';

export type { Events, Menus, Permissions, Runtime, Scripting, Storage, Tabs, WebRequest } from 'webextension-polyfill';
export { browser };
