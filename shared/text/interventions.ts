import type { InterventionKind, InterventionStatus, InterventionType } from '../model/intervention.ts'

export const interventionTypeLabel: Record<InterventionType, string> = {
  administrative: 'bestuursrechtelijk',
  criminal: 'strafrechtelijk',
  fiscal: 'fiscaal',
  civil: 'privaatrechtelijk',
  social: 'sociaal en communicatief',
}

export const interventionKindLabel: Record<InterventionKind, string> = {
  'warning-13b': 'Waarschuwing (art. 13b)',
  'conditional-closure-13b': 'Voorwaardelijke sluiting (art. 13b)',
  'closure-13b': 'Sluiting (art. 13b)',
  'urgent-closure-13b': 'Spoedsluiting (art. 13b)',
  'closure-174a': 'Sluiting woning bij verstoring openbare orde',
  'closure-housing-act': 'Sluiting (Woningwet)',
  'enforcement-order': 'Last onder bestuursdwang',
  'penalty-order': 'Last onder dwangsom',
  'housing-fine': 'Bestuurlijke boete huisvesting',
  inspection: 'Toezicht of integrale controle',
  'permit-decision': 'Vergunning weigeren, intrekken of voorschriften',
  'permit-duty': 'Vergunningplicht aanwijzen',
  investigation: 'Strafrechtelijk onderzoek',
  confiscation: 'Ontneming',
  'tax-assessment': 'Naheffing',
  'tax-audit': 'Boekenonderzoek',
  'tax-seizure': 'Beslag door de Belastingdienst',
  'lease-termination': 'Huur ontbinden',
  disconnection: 'Nutsvoorziening afsluiten',
  communication: 'Communicatie',
  support: 'Hulp of zorg',
}

export const interventionStatusLabel: Record<InterventionStatus, string> = { planned: 'gepland', running: 'in uitvoering', done: 'uitgevoerd', dropped: 'vervallen' }
