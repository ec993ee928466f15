import { formatNumber } from '#shared/text/format.ts'

export const areasText = {
  levels: { buurt: 'Buurten', wijk: 'Wijken', businessPark: 'Bedrijventerreinen', opsArea: 'Operationele gebieden' },
  plural: { buurt: 'buurten', wijk: 'wijken', businessPark: 'bedrijventerreinen', opsArea: 'operationele gebieden' },
  table: (plural: string, phenomenon: string) => `Rangorde van ${plural} voor ${phenomenon.toLowerCase()}`,
  columns: { name: { buurt: 'Buurt', wijk: 'Wijk', businessPark: 'Bedrijventerrein', opsArea: 'Gebied' }, parent: 'Wijk', addresses: 'Adressen', locations: 'Vestigingen' },
  map: {
    label: (plural: string) => `Kaart van de ${plural}. Pijltjestoetsen gaan naar een buur, Enter opent de onderbouwing, plus en min vergroten en verkleinen.`,
    title: 'Kaart',
    zoomIn: 'Vergroten',
    zoomOut: 'Verkleinen',
    fit: 'Hele gemeente',
    print: 'Kaart afdrukken',
    printTitle: (phenomenon: string, plural: string) => `Aandachtscores ${phenomenon.toLowerCase()}, kaart van de ${plural}`,
    printName: 'Gebied',
    unsure: 'onzeker: breed interval',
    north: 'N',
    scale: (metres: number) => (metres < 1000 ? `${formatNumber(metres)} m` : `${formatNumber(metres / 1000)} km`),
    attribution: 'Kaart: © CBS 2025 (CC BY 4.0)',
    none: 'Er zijn geen gebieden ingelezen. Lees bij Bronnen de wijken en buurten van het CBS in.',
  },
} as const
