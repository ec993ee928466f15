import { formatCount, formatNumber } from '#shared/text/format.ts'

const links = (count: number) => formatCount(count, 'verbinding', 'verbindingen')
const addresses = (count: number) => formatCount(count, 'adres', 'adressen')

/** The window over time, below picture, table and map. */
export const timeText = {
  label: 'Tijd',
  mode: 'Wat de tijdbalk toont',
  modes: { period: 'Periode', day: 'Stand op', compare: 'Verschil' },
  from: 'Vanaf jaar',
  to: 'Tot en met jaar',
  all: 'alle jaren',
  range: (from: number, to: number) => (from === to ? `${from}` : `${from} – ${to}`),
  outside: (count: number) => `${formatNumber(count)} buiten de periode`,
  year: (year: number, count: number) => `${year}: ${links(count)}`,
  reset: 'Alle jaren',
  day: 'Stand op',
  before: 'Eerste datum',
  after: 'Tweede datum',
  date: 'Vul een datum in als 31-12-2025.',
  play: 'Afspelen',
  stop: 'Stoppen',
  standing: (inside: number, outside: number) => `${links(inside)} op die dag, ${formatNumber(outside)} niet`,
  difference: (fresh: number, gone: number, same: number) => `${formatNumber(fresh)} erbij (dik), ${formatNumber(gone)} weg (gestippeld), ${formatNumber(same)} gelijk`,
} as const

/** The same links as bars on one time axis. */
export const chartText = {
  tab: 'Tijd',
  label: 'Verbindingen in de tijd',
  undated: (count: number) => `${links(count)} zonder datum staan hier niet; de tabel toont ze wel.`,
  none: 'Geen van de verbindingen heeft een datum.',
  succession: (label: string) => `Opvolging op ${label}`,
  lanes: { owner: 'Eigenaar', company: 'Bedrijf', resident: 'Ingeschreven', permit: 'Vergunning', signal: 'Verwijzing', measure: 'Controle en maatregel' },
  gap: (what: 'owner' | 'user', period: string, days: number) => `${what === 'owner' ? 'Geen eigenaar' : 'Geen gebruiker'} bekend: ${period} (${formatCount(days, 'dag', 'dagen')})`,
  nothingKnown: 'Over dit adres is niets bekend.',
  empty: (lanes: string) => `Niets bekend over: ${lanes}.`,
  chooseAddress: 'Kies één adres om te zien wie het bezat en gebruikte, en wat er verleend, gecontroleerd en gemeld is.',
} as const

export const mapText = {
  tab: 'Kaart',
  label: (count: number) => `Kaart met ${addresses(count)}. Met de pijltoetsen loopt u van adres naar adres; de weergave Tabel bevat hetzelfde als tekst.`,
  extent: 'Uitsnede',
  shown: 'Adressen in beeld',
  whole: 'Hele gemeente',
  none: 'Geen adres gekozen',
  facts: (count: number, without: number) => `${addresses(count)} op de kaart${without > 0 ? `, ${formatNumber(without)} zonder plaats in de BAG` : ''}`,
} as const
