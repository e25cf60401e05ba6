/** The worker module of pdf.js, which ships no types: only its import matters (lib/imports/pdf.ts). */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
