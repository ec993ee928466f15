import type { SearchHit } from '#shared/contract/catalogue.ts'
import { formatCount } from '#shared/text/format.ts'

export const searchText = {
  field: 'Adres, postcode, bedrijfsnaam, KVK-nummer of naam',
  kinds: 'Soort',
  all: 'Alles',
  area: 'Wijk of buurt',
  everywhere: 'Overal; of kies een wijk of buurt',
  district: 'wijk',
  neighbourhood: (district: string) => (district === '' ? 'buurt' : `buurt in ${district}`),
  start: 'Begin te typen',
  startWhy: 'Twee letters zijn genoeg. Straatnamen mogen worden afgekort en tikfouten worden herkend; elke zoekvraag komt in het logboek.',
  needsPurpose: 'Kies eerst een doel',
  needsPurposeWhy: 'Zoeken mag alleen met een doel. Het doel komt bij elke zoekvraag in het logboek te staan.',
  choosePurpose: 'Doel kiezen',
  noPersons: 'Onder dit doel zoekt u geen personen',
  noPersonsWhy: 'Personen opzoeken mag alleen onder een doel dat bij een zaak hoort, zoals Signaal wegen of RIEC-casus voorbereiden. Adressen en bedrijven zijn wel te vinden.',
  withoutPersons: 'Personen zijn niet doorzocht. Dat mag onder een doel dat bij een zaak hoort, zoals Signaal wegen of RIEC-casus voorbereiden.',
  none: (text: string) => `Niets gevonden voor ‘${text}’`,
  noneWhy: 'Probeer minder woorden, alleen de postcode met huisnummer, of een deel van de naam.',
  noneFiltered: 'Kies Alles of haal de wijk of buurt weg om overal te zoeken.',
  found: (count: number, isMore: boolean) => (isMore ? `Meer dan ${count} gevonden; dit zijn de beste` : count === 0 ? 'niets gevonden' : formatCount(count, 'gevonden', 'gevonden')),
  results: 'Gevonden',
  tiers: {
    exact: 'Precies zo gevonden',
    normalised: 'Gevonden in een andere schrijfwijze',
    fuzzy: 'Lijkt erop',
  } satisfies Record<SearchHit['tier'], string>,
} as const
