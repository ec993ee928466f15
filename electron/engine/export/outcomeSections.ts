import type { ClosedCase } from '#shared/contract/caseClosing.ts'
import type { SavedIntervention } from '#shared/contract/intervention.ts'
import type { SavedReport } from '#shared/contract/policeReport.ts'
import { interventionRules } from '#shared/model/intervention.ts'
import { ReportQuestion } from '#shared/model/policeReport.ts'
import { formatDate, formatDay } from '#shared/text/format.ts'
import { interventionKindLabel, interventionStatusLabel, interventionTypeLabel } from '#shared/text/interventions.ts'
import { adviceLabel, criminalGroundLabel, minorsLabel, reportQuestionLabel } from '#shared/text/policeReport.ts'
import { retentionClassLabel } from '#shared/text/terms.ts'
import type { Block, Cell, Section } from './document.ts'

/** What the police reported on each address, question by question, with the advice it bears. Nothing where nothing was reported. */
export function reportSections(reports: readonly SavedReport[]): Section[] {
  return reports.length === 0 ? [] : [{ heading: 'Bestuurlijke rapportage', tone: 'plain', blocks: reports.flatMap(reportBlocks) }]
}

function reportBlocks({ report, addressLabel, open }: SavedReport): Block[] {
  const rows = ReportQuestion.options.map((question): Cell[] => [[{ strong: reportQuestionLabel[question] }], [answerOf(report, question, open.includes(question))]])
  const advice = report.advice === null ? 'Nog geen advies.' : `Advies: ${adviceLabel[report.advice]}. ${report.motive}`
  const numbered = [report.reference, report.received === null ? '' : `ontvangen ${formatDate(report.received)}`].filter((part) => part !== '').join(', ')
  return [
    { type: 'heading', text: addressLabel },
    ...(numbered === '' ? [] : [{ type: 'paragraph' as const, text: [numbered] }]),
    criminalMark(report),
    { type: 'table', caption: `Beantwoord: ${ReportQuestion.options.length - open.length} van ${ReportQuestion.options.length} vragen`, columns: [{ heading: 'Vraag', width: 32 }, { heading: 'Wat de rapportage zegt', width: 68 }], rows },
    { type: 'paragraph', text: [advice] },
  ]
}

/** Every field below it is of criminal law. */
function criminalMark({ criminalGround }: SavedReport['report']): Block {
  const ground = criminalGround === null ? 'niet vastgelegd' : criminalGroundLabel[criminalGround]
  return { type: 'properties', items: [{ label: 'Strafrechtelijk', value: 'ja' }, { label: 'Grondslag', value: ground }] }
}

function answerOf({ answers, minors }: SavedReport['report'], question: ReportQuestion, isOpen: boolean): string {
  if (isOpen) return 'Niet beantwoord'
  return question === 'minors' && minors !== null ? [minorsLabel[minors], answers.minors].filter((part) => part !== '').join('. ') : answers[question]
}

/** The plan and what came of it; nothing where nothing was planned. */
export function interventionSections(interventions: readonly SavedIntervention[]): Section[] {
  if (interventions.length === 0) return []
  const rows = interventions.map((one): Cell[] => [
    [{ strong: interventionKindLabel[one.kind] }, `\n${interventionTypeLabel[interventionRules[one.kind].type]}`],
    [[one.subjectLabel, one.goal].filter((part) => part !== '').join(': ')],
    [one.ground],
    [one.executor, one.plannedOn === null ? '' : `\n${formatDate(one.plannedOn)}`],
    [[interventionStatusLabel[one.status], one.result].filter((part) => part !== '').join('. ')],
  ])
  const columns = [{ heading: 'Interventie', width: 22 }, { heading: 'Op wie of wat, en waartoe', width: 26 }, { heading: 'Grondslag', width: 16 }, { heading: 'Uitvoerder en planning', width: 16 }, { heading: 'Stand en resultaat', width: 20 }]
  return [{ heading: 'Aanpak', tone: 'plain', blocks: [{ type: 'table', caption: 'Interventies', columns, rows }] }]
}

/** With what the case was closed; nothing while it is open. */
export function closingSections(closing: ClosedCase | null): Section[] {
  if (!closing) return []
  const { result, monitoringUntil, retentionClass, years, closedAt, closedBy } = closing
  return [
    {
      heading: 'Afsluiting',
      tone: 'plain',
      blocks: [
        { type: 'paragraph', text: [result] },
        {
          type: 'properties',
          items: [
            { label: 'Afgesloten', value: `${formatDay(closedAt)} door ${closedBy}` },
            { label: 'Monitoring tot', value: formatDate(monitoringUntil) },
            { label: 'Bewaren', value: retentionClassLabel(retentionClass, years) },
          ],
        },
      ],
    },
  ]
}
