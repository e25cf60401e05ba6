/** The verifier of LISEZ-MOI.html as the build makes it from `main.ts` (vite.verifier.ts). */
declare module 'virtual:verifier-script' {
  const script: import('@/lib/export/types').InlineScript;
  export default script;
}
