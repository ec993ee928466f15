import type { Advice13b, CriminalGround, Minors, ReportQuestion } from '../model/policeReport.ts'

export const reportQuestionLabel: Record<ReportQuestion, string> = {
  occasion: 'Aanleiding van het onderzoek',
  quantity: 'Hoeveelheid drugs',
  substance: 'Soort drugs',
  goods: 'Drugsgerelateerde goederen en aantallen',
  weapons: 'Wapens',
  nuisance: 'Overlast en meldingen',
  antecedents: 'Antecedenten',
  relations: 'Relatie met andere panden of personen',
  danger: 'Gevaar: brand, elektrocutie, water',
  publicOrder: 'Risico voor de openbare orde',
  minors: 'Minderjarigen',
  living: 'Woonsituatie',
}

export const criminalGroundLabel: Record<CriminalGround, string> = {
  'police-data': 'verkregen op grond van de Wpg of de Wjsg (art. 33 lid 1 onder a UAVG)',
  partnership: 'nodig voor de taak van een publiekrechtelijk samenwerkingsverband (art. 33 lid 1 onder b UAVG)',
}

export const minorsLabel: Record<Minors, string> = { present: 'aanwezig', absent: 'niet aanwezig' }

export const adviceLabel: Record<Advice13b, string> = {
  'not-applied': 'art. 13b Opiumwet niet toepassen',
  warning: 'waarschuwing',
  'penalty-order': 'last onder dwangsom',
  'conditional-closure': 'voorwaardelijke sluiting',
  closure: 'sluiting',
  'urgent-closure': 'spoedsluiting',
}
