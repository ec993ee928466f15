import type { SavedApplication } from '#shared/contract/bibobApplication.ts'
import { formatCount, formatDate, formatMoment, formatPeriod } from '#shared/text/format.ts'
import { bibobDangerLabel, bibobOutcomeLabel } from '#shared/text/terms.ts'
import type { Block, Property, Section } from './document.ts'

/** The application and its clock, and what the officer concluded; nothing where nothing was noted. */
export function applicationSections(saved: SavedApplication | null): Section[] {
  if (saved === null) return []
  return [
    { heading: 'Aanvraag en termijnen', tone: 'plain', blocks: [{ type: 'properties', items: filled([...dayRows(saved), ...clockRows(saved)]) }, ...text('Aanleiding', saved.application.occasion)] },
    { heading: 'Conclusie eigen onderzoek', tone: 'interpretation', blocks: conclusion(saved) },
  ]
}

function dayRows({ application: { decision, days }, changedAt, changedBy }: SavedApplication): Property[] {
  const day = (label: string, value: string | null): Property => ({ label, value: value === null ? '' : formatDate(value) })
  return [
    { label: 'Beschikking', value: decision },
    day('Aanvraag ontvangen', days.received), day('Formulier compleet', days.complete), day('Advies gevraagd aan het LBB', days.adviceAsked), day('Advies ontvangen', days.adviceReceived),
    day('Voornemen verzonden', days.intention), day('Zienswijze ontvangen of termijn verstreken', days.view), day('Besluit', days.decided),
    { label: 'Laatst gewijzigd', value: `${formatMoment(changedAt)} door ${changedBy}` },
  ]
}

function clockRows({ application: { days }, clock }: SavedApplication): Property[] {
  const stops = days.stops.map(({ from, to }) => formatPeriod(from, to)).join('; ')
  return [
    { label: 'Termijn LBB verlengd', value: days.isExtended ? 'ja, met vier weken' : '' },
    { label: 'Termijn LBB stond stil', value: stops === '' ? '' : `${stops} (${formatCount(clock.stoppedDays, 'dag', 'dagen')})` },
    { label: 'Advies uiterlijk op', value: clock.adviceDue === null ? '' : `${formatDate(clock.adviceDue)} (art. 15 Wet Bibob)` },
    { label: 'Beslistermijn opgeschort', value: clock.suspended === null ? '' : `${formatPeriod(clock.suspended.from, clock.suspended.to)} (art. 31 Wet Bibob)` },
  ]
}

function conclusion({ application: { danger, motive, outcome } }: SavedApplication): Block[] {
  const items: Property[] = [
    { label: 'Benutten van voordeel (art. 3 lid 1 onder a)', value: danger.a === null ? 'nog niet beoordeeld' : bibobDangerLabel[danger.a] },
    { label: 'Plegen van strafbare feiten (art. 3 lid 1 onder b)', value: danger.b === null ? 'nog niet beoordeeld' : bibobDangerLabel[danger.b] },
    { label: 'Besluit', value: outcome === null ? 'nog niet genomen' : bibobOutcomeLabel[outcome] },
  ]
  return [{ type: 'properties', items }, ...text('Motivering', motive)]
}

function text(heading: string, words: string): Block[] {
  return words === '' ? [] : [{ type: 'heading', text: heading }, ...words.split(/\n{2,}/).map((paragraph): Block => ({ type: 'paragraph', text: [paragraph] }))]
}

function filled(items: readonly Property[]): Property[] {
  return items.filter(({ value }) => value !== '')
}
