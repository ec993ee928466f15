import { formatCount, formatMoment } from '#shared/text/format.ts'

export const overviewText = {
  counts: { addresses: 'Adressen', companies: 'Bedrijven', persons: 'Personen', references: 'Verwijzingen', deliveries: 'Leveringen' },
  countsLabel: 'Wat er in de kluis staat',
  deliveries: { title: 'Leveringen', all: 'Naar Bronnen', none: 'Er is nog niets ingelezen.', file: 'Bestand', kind: 'Soort', at: 'Ingenomen', accepted: 'Ingelezen', repaired: 'Hersteld', refused: 'Geweigerd' },
  scores: {
    title: 'Gebieden en branches',
    none: 'Er zijn nog geen aandachtscores berekend met deze versie van de toepassing.',
    asOf: (at: string) => `berekend ${formatMoment(at)}`,
    stale: 'Sinds de berekening zijn gegevens gewijzigd. Bereken de scores opnieuw voor een actueel beeld.',
    higher: 'hoger',
    distribution: 'Verdeling',
    of: (total: number) => `van ${total}`,
    row: (higher: number, average: number, lower: number, insufficient: number) =>
      `${higher} hoger, ${average} gemiddeld, ${lower} lager, ${insufficient} onvoldoende gegevens`,
    caption: 'Aantal met klasse hoger, per fenomeen. Een score zegt niets over een adres of persoon.',
    phenomenon: 'Fenomeen',
  },
  work: {
    title: 'Verwerken',
    link: 'Koppelen',
    linkWhy: 'Adressen vinden, rijen bij elkaar brengen, relaties leggen.',
    score: 'Scores berekenen',
    scoreWhy: 'Gebieden en branches per fenomeen vergelijken.',
    start: 'Starten',
    startOf: (title: string) => `${title}: starten`,
  },
  cases: { title: 'Casussen', all: 'Alle casussen', none: 'Er zijn nog geen casussen. Maak er een vanuit het netwerk.', closed: 'Titels ziet u onder een doel dat casussen opent.', subjects: (count: number) => formatCount(count, 'onderwerp', 'onderwerpen') },
  log: { title: 'Logboek', fine: 'De keten van het logboek klopt.', broken: 'De keten van het logboek is gebroken. Werk niet verder en waarschuw de privacyfunctionaris.', open: 'Naar Verantwoording' },
  steps: {
    title: 'Aan de slag',
    why: 'De kluis is nog leeg. In deze volgorde wordt het een beeld:',
    list: [
      { title: 'Gebieden en adressen', text: 'Lees de wijken en buurten van het CBS in en de adressen uit de BAG.' },
      { title: 'Leveringen van de afdelingen', text: 'Handelsregister, eigendom, vergunningen, controles, verwijzingen: bestand voor bestand, met een proefinlezing vooraf.' },
      { title: 'Koppelen', text: 'Rijen worden adressen, bedrijven en personen met gedateerde relaties.' },
      { title: 'Scores berekenen', text: 'Per gebied en branche, per fenomeen, met elke bijdrage uitgelegd.' },
    ],
    start: 'Bronnen inlezen',
    notYours: 'Inlezen hoort bij de rol analist, regisseur of beheerder.',
  },
} as const
