import type { DueCounts, RetentionTerms } from '../model/retention.ts'
import { formatCount, formatNumber } from './format.ts'

/** A kind of thing with its term, in words. */
export interface TermLine {
  what: string
  term: string
  from: string
  /** how much of it waits for a decision; null where it goes with something else */
  due: number | null
  /** the place in the window where that is asked for and decided on */
  where: string
}

/** Every term as people read it. */
export function termLines({ signal, reference, case: closed, bibob, score, log }: RetentionTerms, due: DueCounts): TermLine[] {
  const { regular, unfounded, archive } = closed.years
  return [
    { what: 'Signaal dat niet in behandeling is', term: formatCount(signal.days, 'dag', 'dagen'), from: 'de dag van dat besluit', due: due.signals, where: 'Wegen' },
    { what: 'Verwijzing zonder casus', term: `${months(reference.months)}; te beoordelen na ${formatNumber(reference.reviewMonths)}`, from: 'de laatste bevestiging', due: due.references, where: 'Verantwoording, Verwijzingen' },
    { what: 'Afgesloten casus', term: `${years(regular)}; niets gebleken ${years(unfounded)}; archief ${years(archive)}`, from: 'het einde van de monitoring', due: due.cases, where: 'Casussen' },
    { what: 'Bibob-dossier', term: years(bibob.years), from: 'het besluit', due: due.bibobDossiers, where: 'Verantwoording, Bewaartermijnen' },
    { what: 'LBB-advies', term: `${months(bibob.adviceMonths)} te gebruiken voor een ander besluit`, from: 'de dag van ontvangst', due: null, where: 'Bibob; gaat weg met het dossier' },
    { what: 'Set scores', term: months(score.months), from: 'de laatste berekening', due: due.scores, where: 'Verantwoording, Bewaartermijnen' },
    { what: 'Logregel', term: `${months(log.months)}; bewijs van vernietiging ${formatNumber(log.destructionMonths)}`, from: 'de dag waarop zij is geschreven', due: due.logLines, where: 'Verantwoording, Bewaartermijnen' },
  ]
}

function months(count: number): string {
  return formatCount(count, 'maand', 'maanden')
}

function years(count: number | null): string {
  return count === null ? 'blijvend' : formatCount(count, 'jaar', 'jaar')
}
