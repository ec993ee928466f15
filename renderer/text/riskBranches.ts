import type { RiskBranch, RiskBranchChange, RiskBranches } from '#shared/model/indicator.ts'
import { formatDate, formatMoment } from '#shared/text/format.ts'

/** The list of risk branches and its changes. */
export const riskBranchesText = {
  open: 'Risicobranches',
  title: 'Lijst van risicobranches',
  subtitle: ({ version, since, owner }: RiskBranches) => `Versie ${version}, vastgesteld ${formatDate(since)} door ${owner}`,
  tabs: { label: 'Risicobranches', list: 'Lijst', changes: 'Wijzigingen' },
  columns: { label: 'Branche', phenomena: 'Fenomeen', codes: 'SBI', motive: 'Reden en bron', deeds: 'Wijzigen of verwijderen' },
  codes: (version: string, starts: readonly string[]) => `${version}: ${starts.join(', ')}`,
  add: 'Branche toevoegen…',
  change: 'Wijzigen',
  changeOf: (label: string) => `Wijzigen: ${label}`,
  remove: 'Verwijderen',
  removeOf: (label: string) => `Verwijderen: ${label}`,

  form: {
    titles: { add: 'Branche toevoegen', change: 'Branche wijzigen', remove: (label: string) => `${label} van de lijst halen` },
    why: 'Een tweede persoon besluit: de regisseur of de privacyfunctionaris, nooit wie het voorstelt. Pas na goedkeuring geldt de lijst, als nieuwe versie; scores worden daarna opnieuw berekend.',
    label: 'Naam',
    codes: (version: string) => `Codes SBI ${version}`,
    codesHint: 'Het begin van de codes, twee tot vijf cijfers, met een komma ertussen. Een code omvat alles wat eronder valt.',
    phenomena: 'Telt mee voor',
    entryMotive: 'Waarom deze branche op de lijst staat',
    source: 'Bron',
    motive: 'Motivering van deze wijziging',
    missing: 'Vul dit in.',
    unread: 'Alleen cijfers, twee tot vijf per code, met een komma ertussen.',
    noPhenomenon: 'Kies ten minste één fenomeen.',
    tooShort: 'Motiveer de wijziging in ten minste 20 tekens.',
    send: 'Voorstellen',
    sent: 'De wijziging ligt klaar voor een tweede persoon.',
  },

  changes: {
    none: { title: 'Er zijn geen wijzigingen voorgesteld', why: 'De lijst is zoals zij met de toepassing is meegeleverd. Op het tabblad Lijst stelt u een wijziging voor.' },
    title: ({ entry, label }: Pick<RiskBranchChange, 'entry' | 'label'>) => (entry === null ? `${label} van de lijst` : label),
    becomes: ({ codes, source }: RiskBranch) => [...Object.entries(codes).map(([version, starts]) => `SBI ${version}: ${starts.join(', ')}`), source].join(' · '),
    decided: ({ decidedBy, decidedAt, version }: RiskBranchChange) =>
      `${decidedBy ?? ''}, ${decidedAt === null ? '' : formatMoment(decidedAt)}${version === null ? '' : `; sindsdien versie ${version} van de lijst`}`,
    approved: (version: number | null) => `Goedgekeurd: de lijst heeft nu versie ${version ?? ''}. Bereken de scores opnieuw.`,
    rejected: 'De wijziging is afgewezen; de lijst blijft zoals zij was.',
  },
} as const
