import type { SetPartnership } from '#shared/contract/businessPartnership.ts'
import type { PartnerSuggestion } from '#shared/model/businessPartnership.ts'
import { formatMoment, formatPeriod } from '#shared/text/format.ts'
import { partnerGroundLabel } from '#shared/text/terms.ts'

/** Zakelijk samenwerkingsverband: by a human and with a motivation. */
export const partnershipText = {
  why: 'Een zakelijk samenwerkingsverband kent geen wettelijke omschrijving en wordt niet berekend. U stelt het vast, op feiten en met motivering. Het komt niet in het netwerk.',
  set: 'Vastgesteld',
  noneSet: 'Nog geen samenwerkingsverband vastgesteld.',
  made: ({ by, at }: SetPartnership) => `${by}, ${formatMoment(at)}`,
  period: ({ start, end }: SetPartnership) => (start === null && end === null ? '' : formatPeriod(start, end)),
  change: 'Wijzigen…',
  changeThis: (label: string) => `Wijzigen: ${label}`,
  drop: 'Intrekken',
  dropThis: (label: string) => `Intrekken: ${label}`,
  dropped: (label: string) => `Samenwerkingsverband met ${label} ingetrokken.`,
  look: 'Om naar te kijken',
  lookWhy: 'Wie met de betrokkene iets gemeen heeft, op naam. Gemeen hebben is nog geen samenwerken.',
  nothing: 'De registers noemen niemand die met de betrokkene een adres, bestuurder, lening of huur gemeen heeft.',
  ground: ({ ground, through }: PartnerSuggestion['grounds'][number]) => `${partnerGroundLabel[ground]}${through === '' ? '' : `: ${through}`}`,
  establish: 'Vaststellen…',
  establishThis: (label: string) => `Vaststellen: ${label}`,
  other: 'Iemand anders zoeken: bedrijf of persoon',
  dialog: {
    title: (label: string) => `Samenwerkingsverband met ${label}`,
    motive: 'Motivering',
    motiveHelp: 'De feiten: invloed zonder formele rol, zoals advies, verhuur, een lening of rekening-courant.',
    motiveError: 'Schrijf ten minste 20 tekens.',
    start: 'Sinds',
    end: 'Tot',
    dayHelp: 'Leeg als dat niet bekend is.',
    dayError: 'Een dag als 31-12-2026.',
    done: 'Vaststellen',
  },
} as const
