import type { Compartment, Role } from '../model/access.ts'
import type { AuditAction, AuditResult } from '../model/audit.ts'
import type { EntityKind, LinkKind, LinkStrength } from '../model/entity.ts'
import type { AttentionClass, Phenomenon, ScoreLevel, ScoreSubject } from '../model/score.ts'
import type { PartnerGround } from '../model/businessPartnership.ts'
import type { BibobDanger, BibobOutcome } from '../model/bibobApplication.ts'
import type { RetentionClass } from '../model/caseClosing.ts'
import type { CaseSummary, CaseExport, BibobRelation, TimelineEntry } from '../contract/dossier.ts'
import type { Fact, SearchHit } from '../contract/catalogue.ts'
import type { RowIssue, SheetView } from '../model/source.ts'
import { formatCount } from './format.ts'

/** The Dutch word for every closed list a user meets. A value without a word does not compile. */

export const roleLabel: Record<Role, string> = {
  director: 'regisseur ondermijning',
  analyst: 'analist',
  bibobOfficer: 'Bibob-medewerker',
  admin: 'beheerder',
  privacyOfficer: 'privacyfunctionaris',
  reader: 'lezer',
}

/** What a role may do, in one sentence, for whoever hands roles out. */
export const roleExplanation: Record<Role, string> = {
  director: 'Ziet de index, weegt signalen, werkt met casussen, start koppelen en scoren, leest het logboek.',
  analyst: 'Leest bronnen in, zoekt, weegt signalen, werkt met netwerken en casussen.',
  bibobOfficer: 'Zoekt en werkt aan Bibob-onderzoek; niemand anders ziet dat onderzoek.',
  admin: 'Geeft collega’s hun rollen, leest bronnen in en leest het logboek. Ziet geen adressen of personen.',
  privacyOfficer: 'Ziet de index en het hele logboek, en controleert of dat klopt.',
  reader: 'Ziet gebieden, branches en of een adres bij een afdeling bekend is.',
}

export const compartmentLabel: Record<Compartment, string> = {
  open: 'algemeen',
  sources: 'bronnen',
  index: 'verwijzindex',
  person: 'personen',
  triage: 'wegingen van signalen',
  case: 'casussen',
  bibob: 'Bibob',
  accountability: 'verantwoording',
}

export const entityKindLabel: Record<EntityKind, string> = { address: 'adres', company: 'bedrijf', person: 'persoon' }

export const entityKindPlural: Record<EntityKind, string> = { address: 'adressen', company: 'bedrijven', person: 'personen' }

/** Reads from the first node to the second: "Polderglas B.V. is gevestigd op Markerkant 12". */
export const linkKindLabel: Record<LinkKind, string> = {
  'established-at': 'gevestigd op',
  'lives-at': 'ingeschreven op',
  director: 'bestuurder van',
  supervisor: 'commissaris van',
  shareholder: 'aandeelhouder van',
  partner: 'vennoot van',
  proxy: 'gevolmachtigde van',
  insolvency: 'curator of bewindvoerder van',
  owner: 'eigenaar van',
  mortgagee: 'hypotheekhouder op',
  applicant: 'aanvrager voor',
}

/** The kind as a noun, for filters, legends and counts. */
export const linkKindNoun: Record<LinkKind, string> = {
  'established-at': 'vestiging',
  'lives-at': 'inschrijving BRP',
  director: 'bestuur',
  supervisor: 'toezicht',
  shareholder: 'aandelen',
  partner: 'vennootschap',
  proxy: 'volmacht',
  insolvency: 'insolventie',
  owner: 'eigendom',
  mortgagee: 'hypotheek',
  applicant: 'aanvraag',
}

/** Reads from the second node back to the first: "Markerkant 12 is vestigingsadres van Polderglas B.V.". */
export const linkKindReverse: Record<LinkKind, string> = {
  'established-at': 'vestigingsadres van',
  'lives-at': 'woonadres van',
  director: 'bestuurd door',
  supervisor: 'onder toezicht van',
  shareholder: 'aandelen gehouden door',
  partner: 'met als vennoot',
  proxy: 'met als gevolmachtigde',
  insolvency: 'onder curatele of bewind van',
  owner: 'eigendom van',
  mortgagee: 'met hypotheek van',
  applicant: 'aangevraagd door',
}

export const linkStrengthLabel: Record<LinkStrength, string> = {
  confirmed: 'bevestigd',
  suspected: 'vermoed',
  unconfirmed: 'onbevestigd',
}

export const phenomenonLabel: Record<Phenomenon, string> = { hennep: 'Hennep', vastgoed: 'Vastgoed', witwassen: 'Witwassen' }

export const scoreSubjectLabel: Record<ScoreSubject, string> = { area: 'gebied', branch: 'branche' }

export const scoreLevelLabel: Record<ScoreLevel, string> = {
  buurt: 'buurt',
  wijk: 'wijk',
  division: 'SBI-afdeling',
  group: 'SBI-groep',
  businessPark: 'bedrijventerrein',
  opsArea: 'operationeel gebied',
}

export const scoreLevelPlural: Record<ScoreLevel, string> = {
  buurt: 'buurten',
  wijk: 'wijken',
  division: 'SBI-afdelingen',
  group: 'SBI-groepen',
  businessPark: 'bedrijventerreinen',
  opsArea: 'operationele gebieden',
}

/** Name of the group that areas without peers are put beside. */
export const WHOLE_MUNICIPALITY = 'hele gemeente'

export const attentionClassLabel: Record<AttentionClass, string> = {
  lower: 'lager',
  average: 'gemiddeld',
  higher: 'hoger',
  insufficient: 'onvoldoende gegevens',
}

/** Kinds of delivery that scores are made of, by their id, with the register they come from. */
export const deliveryKindLabel: Readonly<Record<string, string>> = {
  address: 'adressen (BAG)',
  area: 'gebieden (CBS)',
  company: 'bedrijven (KVK)',
  person: 'personen (BRP)',
  office: 'functies (KVK)',
  ownership: 'eigendom (BRK)',
  permit: 'vergunningen',
  inspection: 'controles',
  measure: 'maatregelen',
  signal: 'signalen',
}

export const searchTierLabel: Record<SearchHit['tier'], string> = {
  exact: 'exact',
  normalised: 'andere schrijfwijze',
  fuzzy: 'lijkt erop',
}

export const factCategoryLabel: Record<Fact['category'], string> = {
  establishment: 'Vestiging',
  ownership: 'Eigendom',
  permit: 'Vergunning',
  inspection: 'Controle',
  measure: 'Maatregel',
  office: 'Functie',
  residence: 'Inschrijving BRP',
}

export const partnerGroundLabel: Record<PartnerGround, string> = { address: 'zelfde adres', director: 'zelfde bestuurder', loan: 'lening', rent: 'verhuur' }

export const bibobDangerLabel: Record<BibobDanger, string> = { none: 'geen gevaar gebleken', lesser: 'mindere mate van gevaar', serious: 'ernstig gevaar' }

export const bibobOutcomeLabel: Record<BibobOutcome, string> = {
  granted: 'verleend',
  conditions: 'verleend met voorschriften',
  refused: 'geweigerd',
  revoked: 'ingetrokken',
  'not-handled': 'buiten behandeling gesteld',
}

export const caseStatusLabel: Record<CaseSummary['status'], string> = {
  draft: 'concept',
  proposed: 'voorgesteld',
  running: 'in behandeling',
  monitoring: 'monitoring',
  closed: 'afgesloten',
}

const retentionClassNote: Record<RetentionClass, string> = { regular: '', unfounded: ': niets gebleken', archive: ', Archiefwet' }

/** How long a closed case is kept: `5 jaar`. @param years null for good */
export function retentionClassLabel(retentionClass: RetentionClass, years: number | null): string {
  return `${years === null ? 'blijvend' : formatCount(years, 'jaar', 'jaar')}${retentionClassNote[retentionClass]}`
}

export const timelineCategoryLabel: Record<TimelineEntry['category'], string> = {
  establishment: 'Vestiging',
  office: 'Functie',
  ownership: 'Eigendom',
  residence: 'Inschrijving BRP',
  permit: 'Vergunning',
  inspection: 'Controle',
  measure: 'Maatregel',
  signal: 'Signaal',
}

export const exportFormatLabel: Record<CaseExport['files'][number]['format'], string> = {
  docx: 'Word-document',
  pdf: 'PDF',
  html: 'pagina om af te drukken (HTML)',
  xlsx: 'Excel-werkmap',
  png: 'afbeelding (PNG)',
  svg: 'afbeelding (SVG)',
}

export const bibobRoleLabel: Record<BibobRelation['roles'][number], string> = {
  manager: 'leidinggevende',
  controller: 'zeggenschaphebbende',
  financier: 'vermogensverschaffer',
  supervisor: 'toezichthouder',
  representative: 'vertegenwoordiger',
  landlord: 'verhuurder',
}

export const issueSeverityLabel: Record<RowIssue['severity'], string> = {
  refused: 'geweigerd',
  repaired: 'hersteld',
  ignored: 'genegeerd',
}

export const droppedReasonLabel: Record<SheetView['dropped'][number]['reason'], string> = {
  'not-listed': 'staat niet op de lijst van toegelaten gegevens',
  forbidden: 'mag nooit worden ingelezen',
  duplicate: 'een andere kolom bevat dit veld al',
  empty: 'de kolom is leeg',
}

export const auditActionLabel: Record<AuditAction, string> = {
  'vault-create': 'Kluis gemaakt',
  'vault-open': 'Kluis geopend',
  'vault-lock': 'Kluis vergrendeld',
  'passphrase-change': 'Wachtwoordzin gewijzigd',
  'demo-fill': 'Demogemeente gevuld',
  'demo-measure': 'Demogemeente nagemeten',
  'user-view': 'Gebruikers bekeken',
  'user-change': 'Rollen gegeven',
  'user-review': 'Rechten nagelopen',
  'purpose-set': 'Doel gekozen',
  'access-denied': 'Toegang geweigerd',
  'sources-inspect': 'Bestand bekeken',
  'sources-import': 'Levering ingelezen',
  'sources-view': 'Levering bekeken',
  'sources-withdraw': 'Levering ingetrokken',
  'mappings-export': 'Toewijzingen opgeslagen',
  'mappings-import': 'Toewijzingen overgenomen',
  'mapping-restore': 'Toewijzing teruggezet',
  'refusals-export': 'Geweigerde rijen geëxporteerd',
  'issues-export': 'Opmerkingen bij rijen geëxporteerd',
  'link-run': 'Gegevens gekoppeld',
  'review-view': 'Gelijkenis bekeken',
  'review-decide': 'Gelijkenis beoordeeld',
  'review-apply': 'Beoordelingen verwerkt',
  search: 'Gezocht',
  'address-view': 'Adres bekeken',
  'company-view': 'Bedrijf bekeken',
  'access-report': 'Inzagerapport gemaakt',
  'person-view': 'Persoon bekeken',
  'reference-lookup': 'Verwijzindex bevraagd',
  'reference-view': 'Bewaartermijnen van verwijzingen bekeken',
  'reference-review': 'Verwijzingen beoordeeld',
  'reference-destruction-ask': 'Vernietiging van verwijzingen gevraagd',
  'reference-destruction': 'Over vernietiging van verwijzingen besloten',
  'network-expand': 'Netwerk uitgebreid',
  'network-path': 'Pad gezocht',
  'network-measure': 'Netwerk gemeten',
  'picture-export': 'Netwerkbeeld geëxporteerd',
  'network-export': 'Netwerk geëxporteerd',
  'table-export': 'Tabel geëxporteerd',
  'ownership-view': 'Zeggenschap bekeken',
  'finding-run': 'Bevindingen gezocht',
  'finding-view': 'Bevindingen bekeken',
  'finding-explain': 'Bevinding verklaard',
  'score-run': 'Aandachtscores berekend',
  'score-view': 'Aandachtscore bekeken',
  'evidence-view': 'Bronrij bekeken',
  'score-what-if': 'Scores met een andere weging',
  'score-verify': 'Scores nagerekend',
  'score-destruction-ask': 'Vernietiging van scores gevraagd',
  'score-destruction': 'Over vernietiging van scores besloten',
  'sheet-export': 'Verantwoordingsblad opgeslagen',
  'weights-propose': 'Andere weging voorgesteld',
  'weights-decide': 'Over gewichten besloten',
  'risk-branches-propose': 'Wijziging van de risicobranches voorgesteld',
  'risk-branches-decide': 'Over de risicobranches besloten',
  'control-make': 'Controlelijst gemaakt',
  'control-view': 'Controlelijst bekeken',
  'control-record': 'Uitkomst van controle vastgelegd',
  'address-review': 'Te beoordelen adressen bekeken',
  'address-decide': 'Over een adres beslist',
  'triage-view': 'Signaal in weging bekeken',
  'triage-step': 'Signaal gewogen of doorgezet',
  'triage-destruction-ask': 'Vernietiging van een signaal gevraagd',
  'triage-destruction': 'Over vernietiging van een signaal besloten',
  'case-view': 'Casus bekeken',
  'case-create': 'Casus gemaakt',
  'case-change': 'Casus gewijzigd',
  'case-export': 'Dossier geëxporteerd',
  'case-destruction-ask': 'Vernietiging gevraagd',
  'case-destruction': 'Over vernietiging besloten',
  'bibob-view': 'Bibob-onderzoek bekeken',
  'bibob-export': 'Bibob-relaties geëxporteerd',
  'bibob-change': 'Bibob-aanvraag gewijzigd',
  'bibob-destruction-ask': 'Vernietiging van een Bibob-dossier gevraagd',
  'bibob-destruction': 'Over vernietiging van een Bibob-dossier besloten',
  'destruction-view': 'Bewijzen van vernietiging bekeken',
  'destruction-again': 'In een oudere kopie opnieuw vernietigd',
  'destruction-list-save': 'Vernietigingslijst opgeslagen',
  'destruction-list-read': 'Vernietigingslijst ingelezen',
  'log-view': 'Logboek bekeken',
  'log-verify': 'Logboek gecontroleerd',
  'log-export': 'Logboek opgeslagen',
  'log-destruction-ask': 'Vernietiging van logregels gevraagd',
  'log-destruction': 'Over vernietiging van logregels besloten',
  'log-shorten': 'Begin van het logboek verlegd',
}

export const auditResultLabel: Record<AuditResult, string> = {
  started: 'begonnen',
  done: 'uitgevoerd',
  denied: 'geweigerd',
  failed: 'mislukt',
  cancelled: 'afgebroken',
}
