import type { TriageShown } from '../contract/triage.ts'
import type { Criterion, TriageState, Weighing } from '../model/triage.ts'

export const triageStateLabel: Record<TriageState, string> = {
  received: 'ontvangen',
  weighing: 'in weging',
  notHandled: 'niet in behandeling',
  toDepartment: 'doorgezet naar afdeling',
  toRiec: 'doorgezet naar RIEC',
  sourceResearch: 'in bronnenonderzoek',
  noHit: 'geen hit',
  confirmed: 'bevestigd',
  inCase: 'in casus',
  inProject: 'in project',
}

export const weighingLabel: Record<Weighing, string> = {
  undermining: 'weging 1, ondermijning',
  task: 'weging 2, taak en grondgebied',
  severity: 'weging 3, zwaarte',
  hits: 'weging 4, hits',
  sharing: 'weging 5, delen',
}

export const criterionLabel: Record<Criterion, string> = {
  administrative: 'bestuurlijk verankerd',
  social: 'sociaal-maatschappelijk verankerd',
  business: 'zakelijk-economisch verankerd',
  facilitating: 'processen in een organisatie maken het mogelijk',
  involvement: 'een plaats, groep, familie of netwerk is betrokken',
  incongruence: 'zaken die niet bij elkaar passen',
  criminal: 'malafide of criminele activiteiten',
  structural: 'systematisch en structureel',
  latent: 'onder de oppervlakte aanwezig',
  complex: 'complex',
  authority: 'raakt een taak of bevoegdheid van de gemeente',
  territory: 'speelt op grondgebied van de gemeente',
  concrete: 'voldoende concreet',
  recent: 'van recente datum',
  phenomenon: 'het fenomeen vraagt bijzondere aandacht',
  'same-matter': 'een hit gaat over dezelfde zaak en is niet te oud',
  data: 'vastgelegd welke gegevens met wie gedeeld mogen worden',
  exchange: 'vastgelegd welke uitwisseling de aanpak nodig heeft',
}

export const triageShownLabel: Record<TriageShown, string> = { received: 'ontvangen', open: 'lopend', settled: 'afgehandeld', due: 'te vernietigen' }
