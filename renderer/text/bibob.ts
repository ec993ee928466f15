import { formatCount, formatDate } from '#shared/text/format.ts'

export const bibobText = {
  start: 'Kies de betrokkene',
  startWhy: 'Zoek het bedrijf of de persoon die de aanvraag doet. Het overzicht volgt leiding, zeggenschap en vermogen tot de natuurlijke personen aan het eind.',
  field: 'Bedrijfsnaam, KVK-nummer of naam van de betrokkene',
  results: 'Gevonden',
  other: 'Andere betrokkene',
  back: 'Terug naar zoeken',
  notice:
    'Alleen wie deze rol heeft, ziet dit overzicht; elke raadpleging staat in het logboek. Zakelijke samenwerkingsverbanden worden niet afgeleid: die beoordeelt u op feiten, met motivering.',
  chart: 'Relatieschema',
  chartLabel: (nodes: number) => `Relatieschema met ${formatCount(nodes, 'knoop', 'knopen')}: boven de betrokkene wie erachter staat, eronder waaraan de betrokkene leiding of vermogen geeft.`,
  tabs: 'Relaties',
  tab: { behind: 'Achter de betrokkene', below: 'Onder de betrokkene', hits: 'Verwijzindex', remarks: 'Opmerkingen', partnerships: 'Samenwerking', application: 'Aanvraag en termijnen' },
  columns: { name: 'Naam', roles: 'Rol', share: 'Aandeel', end: 'Eind van de keten', way: 'Weg', hits: 'Verwijzindex' },
  former: 'is geweest',
  ends: { person: 'natuurlijk persoon', entity: 'geen aandeelhouders', unknown: 'onbekend wie erachter staat' },
  steps: (count: number, paths: number) => (paths > 1 ? `${formatCount(paths, 'weg', 'wegen')}, kortste ${formatCount(count, 'stap', 'stappen')}` : formatCount(count, 'stap', 'stappen')),
  hits: (hits: number, all: number) => (all === 0 ? 'niet bevraagd' : hits === 0 ? 'geen hit' : `hit bij ${hits} van ${all}`),
  noneBehind: 'Er staat niemand achter deze betrokkene in de geleverde registers.',
  noneBelow: 'De betrokkene leidt of financiert geen andere ondernemingen in de geleverde registers.',
  noRemarks: 'Er ontbreekt niets wat de registers konden leveren.',
  hitsWhy: 'Per relatie of een afdeling iets weet van het adres waar zij nu woont of is gevestigd. Wat, staat hier niet: bel de genoemde functie, met uw zaaknummer.',
  hitColumns: { relation: 'Relatie', yes: 'Hit bij', no: 'Geen hit bij' },
  none: 'geen afdeling',
  drawer: {
    way: (place: number, count: number) => (count === 1 ? 'Weg vanaf de betrokkene' : `Weg ${place} van ${count} vanaf de betrokkene`),
    since: (date: string) => `sinds ${formatDate(date)}`,
    share: (share: string) => `Aandeel langs deze weg: ${share}`,
    total: 'Aandeel',
    open: 'Blad openen',
  },
  export: {
    title: 'Afdrukken',
    what: 'Het overzicht als pagina om af te drukken (HTML), en als PDF waar dat kan.',
    run: 'Opslaan in map…',
  },
} as const
