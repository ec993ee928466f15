import type { SavedApplication } from '#shared/contract/bibobApplication.ts'
import { formatCount, formatDate, formatMoment, formatPeriod } from '#shared/text/format.ts'
import { bibobDangerLabel, bibobOutcomeLabel } from '#shared/text/terms.ts'
import type { FormHeadings } from './bibobForm.ts'
import type { Block, Property, Section } from './document.ts'

/** Sections 2 and 3 of the own-investigation form: the decision asked for, and why there is an investigation. */
export function decisionSections(saved: SavedApplication | null, headings: FormHeadings): Section[] {
  if (saved === null) return [{ heading: headings.decision, tone: 'plain', blocks: [unfilled] }, { heading: headings.occasion, tone: 'plain', blocks: [unfilled] }]
  const { prosecutorTip, riecAdvice, occasion } = saved.application
  const tips: Property[] = [{ label: 'Tip van de officier van justitie (art. 26)', value: yesNo(prosecutorTip) }, { label: 'Advies van het RIEC', value: yesNo(riecAdvice) }]
  return [
    { heading: headings.decision, tone: 'plain', blocks: [{ type: 'properties', items: filled([...decisionRows(saved), ...dayRows(saved), ...clockRows(saved)]) }] },
    { heading: headings.occasion, tone: 'plain', blocks: [{ type: 'properties', items: tips }, ...paragraphs(occasion)] },
  ]
}

/** Section 5: what the investigation has to answer. */
export function questionSection(saved: SavedApplication | null, heading: string): Section {
  return { heading, tone: 'plain', blocks: saved && saved.application.questions !== '' ? paragraphs(saved.application.questions) : [unfilled] }
}

/** Section 7: the papers that go with it. */
export function annexSection(saved: SavedApplication | null, heading: string): Section {
  const annexes = (saved?.application.annexes ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return { heading, tone: 'plain', blocks: annexes.length === 0 ? [unfilled] : [{ type: 'list', items: annexes.map((annex) => [annex]) }] }
}

/** What the officer concluded; nothing where nothing was noted. */
export function conclusionSections(saved: SavedApplication | null): Section[] {
  return saved === null ? [] : [{ heading: 'Conclusie eigen onderzoek', tone: 'interpretation', blocks: conclusion(saved) }]
}

const unfilled: Block = { type: 'paragraph', text: ['Niet ingevuld.'], role: 'note' }

function yesNo(is: boolean): string {
  return is ? 'ja' : 'nee'
}

function decisionRows({ application: { decision, outcome, isOpen } }: SavedApplication): Property[] {
  return [
    { label: 'Beschikking', value: decision },
    { label: 'Al genomen', value: yesNo(outcome !== null) },
    { label: 'Onderneming al open', value: isOpen === null ? 'niet bekend' : yesNo(isOpen) },
  ]
}

function dayRows({ application: { days }, changedAt, changedBy }: SavedApplication): Property[] {
  const day = (label: string, value: string | null): Property => ({ label, value: value === null ? '' : formatDate(value) })
  return [
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
  return words === '' ? [] : [{ type: 'heading', text: heading }, ...paragraphs(words)]
}

function paragraphs(words: string): Block[] {
  return words.split(/\n{2,}/).filter((part) => part.trim() !== '').map((part) => ({ type: 'paragraph', text: [part] }))
}

function filled(items: readonly Property[]): Property[] {
  return items.filter(({ value }) => value !== '')
}
