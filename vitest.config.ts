/** Three suites: unit (pure code and storage), meta (the tables police themselves), e2e (the built extension in real browsers). */
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const alias = { '@': new URL('.', import.meta.url).pathname.replace(/\/$/, '') };

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
        resolve: { alias },
        define: { 'import.meta.env.BROWSER': JSON.stringify('chrome') },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/meta/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Two browsers at a time: a file waits for pages most of the time.
          maxWorkers: 2,
          // Real browsers on a machine that others use too: one more try, said in the report. A defect fails twice.
          retry: 1,
        },
      },
    ],
  },
});
