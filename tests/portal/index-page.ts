/** The list of every page state, served at https://portail.test/, each with the link that shows it at its real address. */
import { ACCOUNT, CAPTCHA } from './accounts';
import { escapeHtml } from './answers';
import type { Fixture } from './fixtures';

function item(fixture: Fixture): string {
  const status = fixture.status === 200 ? '' : ` <b>HTTP ${fixture.status}</b>`;
  const expect = fixture.expect === null ? 'aucune' : escapeHtml(fixture.expect);
  const url = escapeHtml(fixture.url.href.length > 140 ? `${fixture.url.href.slice(0, 140)}…` : fixture.url.href);
  return `<li><a href="/show/${fixture.id}">${escapeHtml(fixture.id)}</a>${status}<br><small>${url}</small><br><small>Reconnue : ${expect}. ${escapeHtml(fixture.note)}</small></li>`;
}

/** The page as HTML. */
export function indexPage(fixtures: readonly Fixture[]): string {
  const sites = [...new Set(fixtures.map((one) => one.site))].sort(
    (a, b) => Number(a.startsWith('_')) - Number(b.startsWith('_')),
  );
  const sections = sites.map((site) => {
    const own = fixtures.filter((one) => one.site === site);
    return `<section><h2>${site === '_negatives' ? 'Pages à ne pas reconnaître' : escapeHtml(site)} (${own.length})</h2><ul>${own.map(item).join('\n')}</ul></section>`;
  });
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Portail de démonstration</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/__portail/css/index.css">
</head>
<body>
<main>
<h1>Portail de démonstration</h1>
<p>Des pages écrites pour les essais, servies sous les vrais noms d’hôtes, sur cette machine seulement. Rien ici ne vient de l’administration ; les personnes et les numéros sont inventés.</p>
<p>Compte d’essai : identifiant <code>${ACCOUNT.identifier}</code>, mot de passe <code>${ACCOUNT.password}</code>. Code du captcha : <code>${CAPTCHA}</code>.</p>
${sections.join('\n')}
</main>
</body>
</html>`;
}
