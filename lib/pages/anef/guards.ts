/** What an ANEF page must not be for a row to hold: a page that quotes, one that still loads, one that shows an unknown failure. */
import type { Condition } from '@/lib/domain/page';
import { EXPLAINS } from './explains';

/** Help, site map, legal notice…: the sentences of other pages stand there and mean nothing. */
export const QUOTES: Condition = {
  any: [
    EXPLAINS,
    { route: /#\/(?:.{0,60}\/)?(?:faq|aide|questions|help|actualites?)(?:\b|-)/ },
    {
      title:
        /(?:^|[|·–-] ?)(?:besoin d'aide|aide\b|foire aux questions|faq\b|questions fréquentes|plan du site|mentions légales|need help|frequently asked|site map|legal notice)/,
    },
    { heading: /^(?:foire aux questions|questions fréquentes|frequently asked questions)/ },
  ],
};

/** A skeleton: the route says where one goes, nothing says what is there. */
export const LOADING: Condition = {
  text: /^(?:chargement|veu?illez patienter|patientez|loading|please wait|加载中|请稍候)(?: en cours)?(?:,? (?:veu?illez patienter|merci de patienter|please wait))?[ .…]{0,4}$/,
};

/** A failure that no row knows: better « page non reconnue » and an offer to describe it than a step where all seems well. */
export const TROUBLE: Condition = {
  text: /^(?:(?:erreur|error|attention|oups)[ :!.]{1,3})?(?:une erreur|erreur (?:technique|inattendue|interne|serveur)|votre .{0,60} n'a pas (?:abouti|pu être)|an (?:unexpected |internal )?error|something went wrong)\b/,
};

/** The list of notifications: it quotes the titles of the messages. */
export const NOTIFICATION_LIST: Condition = {
  text: /^(?:filtrer mes notifications|résultats par page|filter my notifications|results per page)\b/,
};

/** Where the administration's messages are read: by address, by title, or by the way back that each of them prints. */
export const AT_NOTIFICATIONS: Condition = {
  any: [
    { route: /#\/(?:.{0,60}\/)?mes-notifications\b/ },
    { title: /[|–-] ?(?:mes notifications|my notifications)$/ },
    { text: /retour [aà] (?:toutes )?mes notifications|back to (?:all )?my notifications|返回(?:全部|所有)通知/ },
  ],
};

/**
 * A message that decides or asks is addressed to somebody: it is where messages are, or carries the number of a request, or speaks of
 * « ce message ». An article that tells of closures does none of these.
 */
export const ADDRESSED: Condition = {
  any: [
    AT_NOTIFICATIONS,
    { text: /(?<!\d)\d{4}[ .-]?20\d{2}[ .-]?(?:0[1-9]|1[0-2])[ .-]?(?:0[1-9]|[12]\d|3[01])[ .-]?\d{7}(?!\d)/ },
    { text: /après avoir pris connaissance de ce message/ },
  ],
};

/** One message, opened: the way back to the list is printed on it (S003 l.1335-1372). */
export const NOTIFICATION_OPEN: Condition = {
  text: /retour [aà] (?:toutes )?mes notifications|back to (?:all )?my notifications|返回(?:全部|所有)通知/,
};
