/** `npm run portal`: serves the stand-in sites by hand, lists their pages and says how to open a browser on them. */
import { ACCOUNT, CAPTCHA } from './accounts';
import { startPortal } from './portal';
import { INDEX_HOST } from './sites';

const portal = await startPortal({ spaDelayMs: 150 });
const quoted = portal.chromiumArgs().map((one) => `'${one}'`);
for (const fixture of portal.fixtures) {
  console.log(`${fixture.id.padEnd(46)} ${fixture.status} ${fixture.url.href.slice(0, 110)}`);
}
console.log(`
${portal.fixtures.length} pages, TLS on 127.0.0.1:${portal.port}, proxy for Firefox on 127.0.0.1:${portal.proxyPort}
Account: ${ACCOUNT.identifier} / ${ACCOUNT.password} · captcha: ${CAPTCHA}

chromium --user-data-dir=$(mktemp -d) ${quoted.join(' ')} https://${INDEX_HOST}/

Ctrl+C stops it.`);
process.once('SIGINT', () => {
  portal.close().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
