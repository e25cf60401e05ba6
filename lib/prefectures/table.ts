/** The State's departmental sites: code, name, host and how sure each row is (prefectures.csv of the field guide, 2026-11-21). */

/** How a host is known: seen in a source of 2026, given by two lists, by one list, or plausible and never seen. */
export type HostConfidence = 'seen-2026' | 'two-lists' | 'one-list' | 'unverified';

export interface PrefectureHost {
  /** Department code: 01…95 (2A, 2B), 971…988. */
  readonly code: string;
  /** Name of the department, in French. */
  readonly name: string;
  readonly host: string;
  readonly sure: HostConfidence;
  readonly note?: string;
  /** The department's own appointment module, elsewhere than on its site (pages.md § 4.2): asked for with it. */
  readonly booking?: true;
  /** False for a site that serves no foreigner's procedure: known, never asked for nor recognised. */
  readonly foreigners?: false;
}

export const PREFECTURES: readonly PrefectureHost[] = [
  { code: '01', name: 'Ain', host: 'www.ain.gouv.fr', sure: 'two-lists' },
  { code: '02', name: 'Aisne', host: 'www.aisne.gouv.fr', sure: 'two-lists' },
  { code: '03', name: 'Allier', host: 'www.allier.gouv.fr', sure: 'two-lists' },
  { code: '04', name: 'Alpes-de-Haute-Provence', host: 'www.alpes-de-haute-provence.gouv.fr', sure: 'two-lists' },
  { code: '05', name: 'Hautes-Alpes', host: 'www.hautes-alpes.gouv.fr', sure: 'two-lists' },
  { code: '06', name: 'Alpes-Maritimes', host: 'www.alpes-maritimes.gouv.fr', sure: 'two-lists' },
  { code: '07', name: 'Ardèche', host: 'www.ardeche.gouv.fr', sure: 'seen-2026' },
  { code: '08', name: 'Ardennes', host: 'www.ardennes.gouv.fr', sure: 'seen-2026' },
  { code: '09', name: 'Ariège', host: 'www.ariege.gouv.fr', sure: 'seen-2026' },
  { code: '10', name: 'Aube', host: 'www.aube.gouv.fr', sure: 'two-lists' },
  { code: '11', name: 'Aude', host: 'www.aude.gouv.fr', sure: 'two-lists' },
  { code: '12', name: 'Aveyron', host: 'www.aveyron.gouv.fr', sure: 'two-lists' },
  { code: '13', name: 'Bouches-du-Rhône', host: 'www.bouches-du-rhone.gouv.fr', sure: 'seen-2026' },
  { code: '14', name: 'Calvados', host: 'www.calvados.gouv.fr', sure: 'two-lists' },
  { code: '15', name: 'Cantal', host: 'www.cantal.gouv.fr', sure: 'two-lists' },
  { code: '16', name: 'Charente', host: 'www.charente.gouv.fr', sure: 'two-lists' },
  { code: '17', name: 'Charente-Maritime', host: 'www.charente-maritime.gouv.fr', sure: 'seen-2026' },
  { code: '18', name: 'Cher', host: 'www.cher.gouv.fr', sure: 'two-lists' },
  { code: '19', name: 'Corrèze', host: 'www.correze.gouv.fr', sure: 'two-lists' },
  { code: '2A', name: 'Corse-du-Sud', host: 'www.corse-du-sud.gouv.fr', sure: 'two-lists' },
  { code: '2B', name: 'Haute-Corse', host: 'www.haute-corse.gouv.fr', sure: 'two-lists' },
  { code: '21', name: "Côte-d'Or", host: 'www.cote-dor.gouv.fr', sure: 'unverified' },
  { code: '21', name: "Côte-d'Or", host: 'www.cote-d-or.gouv.fr', sure: 'unverified', note: 'alias' },
  { code: '22', name: "Côtes-d'Armor", host: 'www.cotes-darmor.gouv.fr', sure: 'unverified' },
  { code: '22', name: "Côtes-d'Armor", host: 'www.cotes-d-armor.gouv.fr', sure: 'unverified', note: 'alias' },
  { code: '23', name: 'Creuse', host: 'www.creuse.gouv.fr', sure: 'two-lists' },
  { code: '24', name: 'Dordogne', host: 'www.dordogne.gouv.fr', sure: 'two-lists' },
  { code: '25', name: 'Doubs', host: 'www.doubs.gouv.fr', sure: 'two-lists' },
  { code: '26', name: 'Drôme', host: 'www.drome.gouv.fr', sure: 'two-lists' },
  { code: '27', name: 'Eure', host: 'www.eure.gouv.fr', sure: 'seen-2026' },
  { code: '28', name: 'Eure-et-Loir', host: 'www.eure-et-loir.gouv.fr', sure: 'seen-2026' },
  { code: '29', name: 'Finistère', host: 'www.finistere.gouv.fr', sure: 'two-lists' },
  { code: '30', name: 'Gard', host: 'www.gard.gouv.fr', sure: 'two-lists' },
  { code: '31', name: 'Haute-Garonne', host: 'www.haute-garonne.gouv.fr', sure: 'two-lists' },
  { code: '32', name: 'Gers', host: 'www.gers.gouv.fr', sure: 'two-lists' },
  { code: '33', name: 'Gironde', host: 'www.gironde.gouv.fr', sure: 'two-lists' },
  { code: '34', name: 'Hérault', host: 'www.herault.gouv.fr', sure: 'two-lists' },
  { code: '35', name: 'Ille-et-Vilaine', host: 'www.ille-et-vilaine.gouv.fr', sure: 'two-lists' },
  {
    code: '35',
    name: 'Ille-et-Vilaine',
    host: 'www.bretagne.gouv.fr',
    sure: 'one-list',
    note: 'regional site used by 35',
  },
  { code: '36', name: 'Indre', host: 'www.indre.gouv.fr', sure: 'seen-2026' },
  { code: '37', name: 'Indre-et-Loire', host: 'www.indre-et-loire.gouv.fr', sure: 'two-lists' },
  { code: '38', name: 'Isère', host: 'www.isere.gouv.fr', sure: 'two-lists' },
  { code: '39', name: 'Jura', host: 'www.jura.gouv.fr', sure: 'two-lists' },
  { code: '40', name: 'Landes', host: 'www.landes.gouv.fr', sure: 'two-lists' },
  { code: '41', name: 'Loir-et-Cher', host: 'www.loir-et-cher.gouv.fr', sure: 'two-lists' },
  { code: '42', name: 'Loire', host: 'www.loire.gouv.fr', sure: 'two-lists' },
  { code: '43', name: 'Haute-Loire', host: 'www.haute-loire.gouv.fr', sure: 'two-lists' },
  { code: '44', name: 'Loire-Atlantique', host: 'www.loire-atlantique.gouv.fr', sure: 'two-lists' },
  { code: '45', name: 'Loiret', host: 'www.loiret.gouv.fr', sure: 'two-lists' },
  { code: '46', name: 'Lot', host: 'www.lot.gouv.fr', sure: 'two-lists' },
  { code: '47', name: 'Lot-et-Garonne', host: 'www.lot-et-garonne.gouv.fr', sure: 'two-lists' },
  { code: '48', name: 'Lozère', host: 'www.lozere.gouv.fr', sure: 'two-lists' },
  { code: '49', name: 'Maine-et-Loire', host: 'www.maine-et-loire.gouv.fr', sure: 'two-lists' },
  { code: '50', name: 'Manche', host: 'www.manche.gouv.fr', sure: 'two-lists' },
  { code: '51', name: 'Marne', host: 'www.marne.gouv.fr', sure: 'two-lists' },
  { code: '52', name: 'Haute-Marne', host: 'www.haute-marne.gouv.fr', sure: 'two-lists' },
  { code: '53', name: 'Mayenne', host: 'www.mayenne.gouv.fr', sure: 'seen-2026' },
  { code: '54', name: 'Meurthe-et-Moselle', host: 'www.meurthe-et-moselle.gouv.fr', sure: 'two-lists' },
  { code: '55', name: 'Meuse', host: 'www.meuse.gouv.fr', sure: 'seen-2026' },
  { code: '56', name: 'Morbihan', host: 'www.morbihan.gouv.fr', sure: 'two-lists' },
  { code: '57', name: 'Moselle', host: 'www.moselle.gouv.fr', sure: 'two-lists' },
  { code: '58', name: 'Nièvre', host: 'www.nievre.gouv.fr', sure: 'two-lists' },
  { code: '59', name: 'Nord', host: 'www.nord.gouv.fr', sure: 'two-lists' },
  { code: '60', name: 'Oise', host: 'www.oise.gouv.fr', sure: 'two-lists' },
  { code: '61', name: 'Orne', host: 'www.orne.gouv.fr', sure: 'two-lists' },
  { code: '62', name: 'Pas-de-Calais', host: 'www.pas-de-calais.gouv.fr', sure: 'two-lists' },
  { code: '63', name: 'Puy-de-Dôme', host: 'www.puy-de-dome.gouv.fr', sure: 'two-lists' },
  { code: '64', name: 'Pyrénées-Atlantiques', host: 'www.pyrenees-atlantiques.gouv.fr', sure: 'two-lists' },
  { code: '65', name: 'Hautes-Pyrénées', host: 'www.hautes-pyrenees.gouv.fr', sure: 'two-lists' },
  { code: '66', name: 'Pyrénées-Orientales', host: 'www.pyrenees-orientales.gouv.fr', sure: 'two-lists' },
  { code: '67', name: 'Bas-Rhin', host: 'www.bas-rhin.gouv.fr', sure: 'two-lists' },
  { code: '68', name: 'Haut-Rhin', host: 'www.haut-rhin.gouv.fr', sure: 'two-lists' },
  { code: '69', name: 'Rhône', host: 'www.rhone.gouv.fr', sure: 'two-lists' },
  { code: '70', name: 'Haute-Saône', host: 'www.haute-saone.gouv.fr', sure: 'two-lists' },
  { code: '71', name: 'Saône-et-Loire', host: 'www.saone-et-loire.gouv.fr', sure: 'two-lists' },
  { code: '72', name: 'Sarthe', host: 'www.sarthe.gouv.fr', sure: 'two-lists' },
  { code: '73', name: 'Savoie', host: 'www.savoie.gouv.fr', sure: 'two-lists' },
  { code: '74', name: 'Haute-Savoie', host: 'www.haute-savoie.gouv.fr', sure: 'two-lists' },
  { code: '75', name: 'Paris', host: 'www.prefecturedepolice.interieur.gouv.fr', sure: 'one-list' },
  { code: '75', name: 'Paris', host: 'pprdv.interieur.gouv.fr', sure: 'one-list', booking: true },
  {
    code: '75',
    name: 'Paris',
    host: 'www.prefectures-regions.gouv.fr',
    sure: 'one-list',
    note: 'regional prefecture',
    foreigners: false,
  },
  { code: '76', name: 'Seine-Maritime', host: 'www.seine-maritime.gouv.fr', sure: 'two-lists' },
  { code: '77', name: 'Seine-et-Marne', host: 'www.seine-et-marne.gouv.fr', sure: 'two-lists' },
  { code: '78', name: 'Yvelines', host: 'www.yvelines.gouv.fr', sure: 'two-lists' },
  { code: '79', name: 'Deux-Sèvres', host: 'www.deux-sevres.gouv.fr', sure: 'two-lists' },
  { code: '80', name: 'Somme', host: 'www.somme.gouv.fr', sure: 'two-lists' },
  { code: '81', name: 'Tarn', host: 'www.tarn.gouv.fr', sure: 'two-lists' },
  { code: '82', name: 'Tarn-et-Garonne', host: 'www.tarn-et-garonne.gouv.fr', sure: 'two-lists' },
  { code: '83', name: 'Var', host: 'www.var.gouv.fr', sure: 'two-lists' },
  { code: '83', name: 'Var', host: 'www.rdv.var.gouv.fr', sure: 'one-list', booking: true, note: 'old RDV host' },
  { code: '84', name: 'Vaucluse', host: 'www.vaucluse.gouv.fr', sure: 'two-lists' },
  { code: '85', name: 'Vendée', host: 'www.vendee.gouv.fr', sure: 'two-lists' },
  { code: '86', name: 'Vienne', host: 'www.vienne.gouv.fr', sure: 'two-lists' },
  { code: '87', name: 'Haute-Vienne', host: 'www.haute-vienne.gouv.fr', sure: 'two-lists' },
  { code: '88', name: 'Vosges', host: 'www.vosges.gouv.fr', sure: 'two-lists' },
  { code: '89', name: 'Yonne', host: 'www.yonne.gouv.fr', sure: 'two-lists' },
  { code: '90', name: 'Territoire de Belfort', host: 'www.territoire-de-belfort.gouv.fr', sure: 'two-lists' },
  {
    code: '90',
    name: 'Territoire de Belfort',
    host: 'www.territoire-belfort.gouv.fr',
    sure: 'one-list',
    note: 'alias',
  },
  { code: '91', name: 'Essonne', host: 'www.essonne.gouv.fr', sure: 'two-lists' },
  { code: '92', name: 'Hauts-de-Seine', host: 'www.hauts-de-seine.gouv.fr', sure: 'two-lists' },
  { code: '93', name: 'Seine-Saint-Denis', host: 'www.seine-saint-denis.gouv.fr', sure: 'two-lists' },
  { code: '94', name: 'Val-de-Marne', host: 'www.val-de-marne.gouv.fr', sure: 'two-lists' },
  {
    code: '94',
    name: 'Val-de-Marne',
    host: 'rdv-etrangers-94.interieur.gouv.fr',
    sure: 'one-list',
    booking: true,
    note: 'old RDV host, 2020',
  },
  { code: '95', name: "Val-d'Oise", host: 'www.val-doise.gouv.fr', sure: 'unverified' },
  { code: '95', name: "Val-d'Oise", host: 'www.val-d-oise.gouv.fr', sure: 'unverified', note: 'alias' },
  { code: '971', name: 'Guadeloupe', host: 'www.guadeloupe.gouv.fr', sure: 'two-lists' },
  { code: '972', name: 'Martinique', host: 'www.martinique.gouv.fr', sure: 'two-lists' },
  { code: '973', name: 'Guyane', host: 'www.guyane.gouv.fr', sure: 'two-lists' },
  { code: '973', name: 'Guyane', host: 'www.guyane.pref.gouv.fr', sure: 'one-list', note: 'old alias' },
  { code: '974', name: 'La Réunion', host: 'www.reunion.gouv.fr', sure: 'two-lists' },
  { code: '975', name: 'Saint-Pierre-et-Miquelon', host: 'www.saint-pierre-et-miquelon.gouv.fr', sure: 'two-lists' },
  { code: '976', name: 'Mayotte', host: 'www.mayotte.gouv.fr', sure: 'two-lists' },
  { code: '977', name: 'Saint-Barthélemy', host: 'www.saint-barth-saint-martin.gouv.fr', sure: 'two-lists' },
  { code: '978', name: 'Saint-Martin', host: 'www.saint-barth-saint-martin.gouv.fr', sure: 'two-lists' },
  { code: '986', name: 'Wallis-et-Futuna', host: 'www.wallis-et-futuna.gouv.fr', sure: 'two-lists' },
  { code: '987', name: 'Polynésie française', host: 'www.polynesie-francaise.pref.gouv.fr', sure: 'two-lists' },
  { code: '988', name: 'Nouvelle-Calédonie', host: 'www.nouvelle-caledonie.gouv.fr', sure: 'one-list' },
];

export interface Department {
  readonly code: string;
  readonly name: string;
}

/** Each department once, in the order of the table. */
export const DEPARTMENTS: readonly Department[] = [
  ...new Map(PREFECTURES.map(({ code, name }) => [code, { code, name }])).values(),
];

/**
 * The hosts to ask for when the person chooses a department, aliases included.
 * An unknown code has none.
 */
export function hostsOf(departmentCode: string): readonly string[] {
  return sitesOf(departmentCode).map((row) => row.host);
}

/** The rows to ask for when the person chooses a department: its site, its aliases, its old appointment module. */
export function sitesOf(departmentCode: string): readonly PrefectureHost[] {
  return PREFECTURES.filter((row) => row.code === departmentCode && row.foreigners !== false);
}

/** The hosts that only this department, among those chosen, needs: what is given back when it is removed. */
export function hostsOnlyOf(departmentCode: string, chosen: readonly string[]): readonly string[] {
  const kept = new Set(chosen.filter((code) => code !== departmentCode).flatMap(hostsOf));
  return hostsOf(departmentCode).filter((host) => !kept.has(host));
}

/** Department codes served by a host (Saint-Barthélemy and Saint-Martin share theirs); none for a host that is not in the table. */
export function departmentsOfHost(host: string): readonly string[] {
  return PREFECTURES.filter((row) => row.host === host && row.foreigners !== false).map((row) => row.code);
}
