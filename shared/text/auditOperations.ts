import type { AuditAction } from '../model/audit.ts'

const vault = 'Kluis beheren'
const demo = 'Demogemeente gebruiken'
const users = 'Gebruikers en rechten beheren'
const access = 'Toegang verlenen'
const intake = 'Leveringen innemen'
const linking = 'Gegevens koppelen'
const lookUp = 'Adressen, bedrijven en personen raadplegen'
const index = 'Verwijzindex bijhouden en bevragen'
const network = 'Netwerk onderzoeken'
const findings = 'Bevindingen zoeken en verklaren'
const scores = 'Aandachtscores maken en toelichten'
const rows = 'Bronrijen raadplegen'
const controls = 'Controles voorbereiden en vastleggen'
const triage = 'Signalen wegen'
const cases = 'Casussen behandelen'
const bibob = 'Bibob-onderzoek doen'
const destruction = 'Gegevens vernietigen'
const log = 'Logboek beheren'

/** The piece of work an action of the log is part of: `handeling` in the GEMMA standard, of which `actie` is a step. */
export const auditOperationLabel: Record<AuditAction, string> = {
  'vault-create': vault,
  'vault-open': vault,
  'vault-lock': vault,
  'passphrase-change': vault,
  'demo-fill': demo,
  'demo-measure': demo,
  'user-view': users,
  'user-change': users,
  'user-review': users,
  'purpose-set': access,
  'access-denied': access,
  'sources-inspect': intake,
  'sources-import': intake,
  'sources-view': intake,
  'sources-withdraw': intake,
  'mappings-export': intake,
  'mappings-import': intake,
  'mapping-restore': intake,
  'refusals-export': intake,
  'issues-export': intake,
  'link-run': linking,
  'review-view': linking,
  'review-decide': linking,
  'review-apply': linking,
  'address-review': linking,
  'address-decide': linking,
  search: lookUp,
  'address-view': lookUp,
  'company-view': lookUp,
  'person-view': lookUp,
  'access-report': lookUp,
  'reference-lookup': index,
  'reference-view': index,
  'reference-review': index,
  'reference-destruction-ask': destruction,
  'reference-destruction': destruction,
  'network-expand': network,
  'network-path': network,
  'network-measure': network,
  'picture-export': network,
  'network-export': network,
  'table-export': network,
  'ownership-view': network,
  'finding-run': findings,
  'finding-view': findings,
  'finding-explain': findings,
  'score-run': scores,
  'score-view': scores,
  'score-what-if': scores,
  'score-verify': scores,
  'sheet-export': scores,
  'weights-propose': scores,
  'weights-decide': scores,
  'risk-branches-propose': scores,
  'risk-branches-decide': scores,
  'score-destruction-ask': destruction,
  'score-destruction': destruction,
  'evidence-view': rows,
  'control-make': controls,
  'control-view': controls,
  'control-record': controls,
  'triage-view': triage,
  'triage-step': triage,
  'triage-destruction-ask': destruction,
  'triage-destruction': destruction,
  'case-view': cases,
  'case-create': cases,
  'case-change': cases,
  'case-export': cases,
  'case-destruction-ask': destruction,
  'case-destruction': destruction,
  'bibob-view': bibob,
  'bibob-export': bibob,
  'bibob-change': bibob,
  'bibob-destruction-ask': destruction,
  'bibob-destruction': destruction,
  'destruction-view': destruction,
  'destruction-again': destruction,
  'destruction-list-save': destruction,
  'destruction-list-read': destruction,
  'log-view': log,
  'log-verify': log,
  'log-export': log,
  'log-destruction-ask': destruction,
  'log-destruction': destruction,
  'log-shorten': destruction,
}
