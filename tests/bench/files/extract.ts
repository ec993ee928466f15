import { workshop } from '../workshop.ts'
import { NUMBERS, STREETS, streetOf } from './signals.ts'
import { writeZip, type ZipPart } from './zipStream.ts'

const id = (type: string, number: number): string => `0034${type}${String(number).padStart(10, '0')}`
const reference = (type: string, value: string): string => `<Objecten-ref:${type}Ref domein="NL.IMBAG.${type}">${value}</Objecten-ref:${type}Ref>`

/** What every occurrence of an object carries. */
const OCCURRENCE = `<Objecten:geconstateerd>N</Objecten:geconstateerd><Objecten:documentdatum>2009-01-20</Objecten:documentdatum><Objecten:documentnummer>BRA/FB20080001</Objecten:documentnummer>
<Objecten:voorkomen><Historie:Voorkomen><Historie:voorkomenidentificatie>1</Historie:voorkomenidentificatie><Historie:beginGeldigheid>2009-01-20</Historie:beginGeldigheid>
<Historie:tijdstipRegistratie>2010-12-15T14:06:56.000</Historie:tijdstipRegistratie><Historie:BeschikbaarLV><Historie:tijdstipRegistratieLV>2010-12-15T14:30:57.134</Historie:tijdstipRegistratieLV>
</Historie:BeschikbaarLV></Historie:Voorkomen></Objecten:voorkomen>`

function object(type: string, number: string, inner: string): string {
  return `<sl:stand><sl-bag-extract:bagObject><Objecten:${type}><Objecten:identificatie domein="NL.IMBAG.${type}">${number}</Objecten:identificatie>${inner}${OCCURRENCE}</Objecten:${type}></sl-bag-extract:bagObject></sl:stand>\n`
}

function part(type: string, count: number, make: (i: number) => string): ZipPart {
  return {
    name: `0034${type}15092020-000001.xml`,
    *pieces() {
      yield `<?xml version="1.0" encoding="UTF-8"?><sl-bag-extract:bagStand xmlns:Objecten="o" xmlns:Objecten-ref="r" xmlns:Historie="h" xmlns:gml="g" xmlns:sl="s" xmlns:sl-bag-extract="e" xmlns:selecties-extract="x"><selecties-extract:StandTechnischeDatum>2020-09-15</selecties-extract:StandTechnischeDatum><sl:standBestand>`
      for (let i = 0; i < count; i += 500) yield Array.from({ length: Math.min(500, count - i) }, (_, j) => make(i + j)).join('')
      yield '</sl:standBestand></sl-bag-extract:bagStand>'
    },
  }
}

/** A BAG 2.0 extract of so many addresses, each with a home in a building of its own outline. @returns its path and the bytes of its XML */
export async function writeExtract(addresses: number): Promise<{ path: string; bytes: number }> {
  const path = workshop('0034.zip')
  const outline = (i: number) => Array.from({ length: 9 }, (_, k) => `${(140_000 + (i % 5000) + (k % 8)).toFixed(3)} ${(487_000 + (k % 3) * 7).toFixed(3)} 0.0`).join(' ')
  const bytes = await writeZip(path, [
    part('WPL', 1, () => object('Woonplaats', '1270', '<Objecten:naam>Almere</Objecten:naam>')),
    part('OPR', STREETS, (i) => object('OpenbareRuimte', id('30', i), `<Objecten:naam>${streetOf(i).street}</Objecten:naam><Objecten:ligtIn>${reference('Woonplaats', '1270')}</Objecten:ligtIn>`)),
    part('PND', addresses, (i) => object('Pand', id('10', i), `<Objecten:geometrie><gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992" srsDimension="3"><gml:exterior><gml:LinearRing><gml:posList>${outline(i)}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></Objecten:geometrie><Objecten:oorspronkelijkBouwjaar>1985</Objecten:oorspronkelijkBouwjaar><Objecten:status>Pand in gebruik</Objecten:status>`)),
    part('VBO', addresses, (i) => object('Verblijfsobject', id('01', i), `<Objecten:heeftAlsHoofdadres>${reference('Nummeraanduiding', id('20', i))}</Objecten:heeftAlsHoofdadres><Objecten:geometrie><Objecten:punt><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" srsDimension="3"><gml:pos>${(140_000 + (i % 5000)).toFixed(3)} 487000.000 0.0</gml:pos></gml:Point></Objecten:punt></Objecten:geometrie><Objecten:gebruiksdoel>woonfunctie</Objecten:gebruiksdoel><Objecten:oppervlakte>96</Objecten:oppervlakte><Objecten:status>Verblijfsobject in gebruik</Objecten:status><Objecten:maaktDeelUitVan>${reference('Pand', id('10', i))}</Objecten:maaktDeelUitVan>`)),
    part('NUM', addresses, (i) => object('Nummeraanduiding', id('20', i), `<Objecten:huisnummer>${(i % NUMBERS) + 1}</Objecten:huisnummer><Objecten:postcode>${streetOf(Math.floor(i / NUMBERS)).postcode}</Objecten:postcode><Objecten:typeAdresseerbaarObject>Verblijfsobject</Objecten:typeAdresseerbaarObject><Objecten:status>Naamgeving uitgegeven</Objecten:status><Objecten:ligtAan>${reference('OpenbareRuimte', id('30', Math.floor(i / NUMBERS) % STREETS))}</Objecten:ligtAan>`)),
  ])
  return { path, bytes }
}
