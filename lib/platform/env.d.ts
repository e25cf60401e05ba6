/** The one build-time constant that we read: which browser this build is for (set by WXT, and by vitest.config.ts). */
interface ImportMetaEnv {
  readonly BROWSER: 'chrome' | 'firefox';
}
