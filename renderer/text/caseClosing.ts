import type { ClosedCase } from '#shared/contract/caseClosing.ts'
import { formatDate, formatDay } from '#shared/text/format.ts'

export const closingText = {
  close: 'Afsluiten…',
  dialog: {
    title: 'Casus afsluiten',
    why: 'Een casus sluit met wat er is bereikt, hoe lang hij bewaard blijft en tot wanneer er wordt gemonitord. Daarna kan hij worden heropend.',
    result: 'Resultaat',
    resultHelp: 'Wat er is bereikt, per interventie; wat werkte en wat niet.',
    resultError: 'Schrijf ten minste 20 tekens.',
    retention: 'Bewaren',
    retentionError: 'Kies hoe lang de casus bewaard blijft.',
    monitoring: 'Monitoring eindigt op',
    monitoringHelp: 'Is er geen monitoring, vul dan vandaag in.',
    monitoringError: 'Een dag als 31-12-2026.',
    done: 'Afsluiten',
  },
  closed: (number: string) => `${number} is afgesloten.`,
  readOnly: 'Deze casus is afgesloten en wordt bewaard zoals hij is. Kies een andere status om hem te heropenen.',
  reopen: 'Heropenen',
  reopened: (number: string) => `${number} is weer open.`,
  title: 'Afsluiting',
  by: 'Afgesloten',
  byWhom: ({ closedAt, closedBy }: ClosedCase) => `${formatDay(closedAt)} door ${closedBy}`,
  monitoring: 'Monitoring tot',
  retention: 'Bewaren',
  kept: 'Bewaartermijn',
  keptUntil: (day: string | null) => (day === null ? 'blijvend' : `tot en met ${formatDate(day)}`),
} as const
