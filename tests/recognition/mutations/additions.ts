/** Mutations that add to the page: cookie bars, surveys, chats, announcements. They speak of problems without being one. */

function parts(document: Document, html: string): Node[] {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return [...holder.childNodes];
}

const COOKIES = `<div role="region" aria-label="Gestion des cookies" style="position:fixed;bottom:0;left:0;right:0;background:#fff;padding:16px">
  <h2>À propos des cookies sur ce site</h2><p>Nous utilisons des cookies pour mesurer l’audience et améliorer votre expérience. Vous pouvez refuser tous les traceurs.</p>
  <button type="button">Tout accepter</button> <button type="button">Tout refuser</button> <button type="button">Personnaliser</button></div>`;
const SURVEY = `<div role="dialog" aria-modal="true" aria-label="Votre avis" style="position:fixed;top:120px;left:300px;width:420px;background:#fff;padding:24px">
  <button type="button">Fermer</button><h2>Votre avis compte</h2><p>Avez-vous trouvé ce que vous cherchiez ? Répondez à trois questions anonymes.</p>
  <button type="button">Répondre</button> <button type="button">Plus tard</button></div>`;
const CHAT = `<aside style="position:fixed;right:16px;bottom:96px;width:220px;background:#eee;padding:8px"><p>Bonjour, je suis l’assistant virtuel. Posez-moi une question.</p><button type="button">Ouvrir la conversation</button></aside>`;
const FOOT = `<div><p>Cette page vous a-t-elle été utile ?</p><button type="button">Oui</button> <button type="button">Non</button><p>Retrouvez-nous sur les réseaux sociaux.</p></div>`;

/** A cookie bar, a survey over the page, a chat, a question at the end. */
export function banners(document: Document): void {
  document.body.prepend(...parts(document, COOKIES));
  document.body.append(...parts(document, SURVEY), ...parts(document, CHAT), ...parts(document, FOOT));
}

const PLANNED = `<div role="status" style="padding:8px"><p>Une opération de maintenance est prévue le mardi 8 décembre de 20 h à 23 h. Le service sera indisponible pendant cette période.</p><button type="button">Masquer le message</button></div>`;
const PHISHING = `<div role="alert" class="fr-notice"><p>Attention aux courriels et SMS frauduleux : ne communiquez jamais votre mot de passe ni vos coordonnées bancaires.</p></div>`;
const NEWS = `<div role="region" aria-label="Information"><h2>Information</h2><p>Les délais de réponse sont actuellement plus longs que d’habitude. Merci de ne pas envoyer plusieurs messages pour la même demande.</p></div>`;

/** Announcements in the places where errors are shown. */
export function notices(document: Document): void {
  document.body.prepend(...parts(document, PLANNED), ...parts(document, PHISHING), ...parts(document, NEWS));
}

/** Two dialogs over the page: the session soon ends, a change of conditions. */
export function modals(document: Document): void {
  const html = `<dialog open style="position:fixed;top:80px;left:200px"><h2>Êtes-vous toujours là ?</h2><p>Pour votre sécurité, vous serez déconnecté dans 5 minutes si vous ne faites rien.</p><button type="button">Rester sur la page</button></dialog>
    <div role="dialog" aria-modal="true" style="position:fixed;top:280px;left:260px;background:#fff"><h3>Nos conditions d’utilisation ont changé</h3><p>Prenez connaissance de la nouvelle version avant de continuer.</p><button type="button">J’ai compris</button></div>`;
  document.body.append(...parts(document, html));
}

/** Labels upper-cased by the style sheet, as both portals do (field guide § 0.4). */
export function upperCase(document: Document): void {
  const sheet = document.createElement('style');
  sheet.textContent = '*{text-transform:uppercase !important}';
  document.head.append(sheet);
}
