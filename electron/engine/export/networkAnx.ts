import type { EntityKind, LinkStrength } from '#shared/model/entity.ts'
import type { NetworkLink, NetworkPicture, PlacedNode } from '#shared/model/network.ts'
import { sourcePlace } from '#shared/text/source.ts'
import { entityKindLabel, linkKindLabel } from '#shared/text/terms.ts'
import { frameFacts, type PictureFrame } from './networkPicture.ts'
import { accountOf, element, linkWords, nodeWords } from './networkXml.ts'

/** The icons an Analyst's Notebook has by itself. */
const icons: Record<EntityKind, string> = { address: 'House', company: 'Office', person: 'Person' }
const strengths: Record<LinkStrength, { name: string; style: string }> = {
  confirmed: { name: 'Bevestigd', style: 'DotStyleSolid' },
  suspected: { name: 'Vermoed', style: 'DotStyleDashed' },
  unconfirmed: { name: 'Onbevestigd', style: 'DotStyleDotted' },
}

/** Gives every element of a chart an id of its own: ID1, ID2 … */
type Numbering = () => string

/** What a chart declares before its items, each name with its id: items name both, as the charts of Analyst's Notebook do. */
interface Declared {
  strengths: ReadonlyMap<string, string>
  words: ReadonlyMap<string, string>
  kinds: ReadonlyMap<string, string>
  relations: ReadonlyMap<string, string>
}

/**
 * What is shown as a chart that i2 Analyst's Notebook opens (ANX, its XML form): entities with their place, relations with
 * direction, strength, dates and source. Identities are the keys, so that a chart made again falls together with an older one.
 * What its form was checked against stands in docs/decisions/12-i2-chart.md.
 */
export function networkAnx(picture: NetworkPicture, frame: PictureFrame): string {
  let last = 0
  const next = () => `ID${(last += 1)}`
  const numbered = (names: readonly string[]) => new Map([...new Set(names)].map((name) => [name, next()]))
  const places = new Map(picture.nodes.map(({ key }, place) => [key, place + 1]))
  const kinds = [...new Set(picture.nodes.map(({ kind }) => kind))]
  const declared = {
    strengths: numbered(Object.values(strengths).map(({ name }) => name)),
    words: numbered([...picture.nodes.flatMap(nodeWords), ...picture.links.flatMap(linkWords)].map(([name]) => name)),
    kinds: numbered(kinds.map((kind) => entityKindLabel[kind])),
    relations: numbered(picture.links.map(({ kind }) => linkKindLabel[kind])),
  }
  const chart = [
    element('ApplicationVersion', { Major: 9, Minor: 0, Point: 0, Build: 0 }),
    element('StrengthCollection', {}, Object.values(strengths).map(({ name: Name, style }) => element('Strength', { Id: declared.strengths.get(Name) ?? null, Name, DotStyle: style }))),
    element('AttributeClassCollection', {}, [...declared.words].map(([Name, Id]) => element('AttributeClass', { Id, Name, Type: 'AttText', IsUser: 'true', UserCanAdd: 'true', UserCanRemove: 'true', Visible: 'true', ShowValue: 'true' }))),
    element('EntityTypeCollection', {}, kinds.map((kind) => element('EntityType', { Id: declared.kinds.get(entityKindLabel[kind]) ?? null, Name: entityKindLabel[kind], PreferredRepresentation: 'RepresentAsIcon', IconFile: icons[kind] }))),
    element('LinkTypeCollection', {}, [...declared.relations].map(([Name, Id]) => element('LinkType', { Id, Name }))),
    summary(frame),
    element('ChartItemCollection', {}, [...picture.nodes.map((node, place) => entityItem(node, place + 1, declared, next)), ...picture.links.flatMap((link) => linkItem(link, places, declared, next))]),
  ]
  return ['<?xml version="1.0" encoding="UTF-8"?>', element('Chart', { IdReferenceLinking: 'false', Rigorous: 'false' }, chart), ''].join('\n')
}

/** Under what the chart left: as its comment, and each as a property of the document. */
function summary(frame: PictureFrame): string {
  const fields = [element('Field', { Type: 'SummaryFieldTitle', Field: frame.title }), element('Field', { Type: 'SummaryFieldComments', Field: accountOf(frame) })]
  const properties = frameFacts(frame).map(([Name, Value]) => element('CustomProperty', { Name, Type: 'String', Value }))
  return element('Summary', {}, [element('FieldCollection', {}, fields), element('CustomPropertyCollection', {}, properties)])
}

function entityItem(node: PlacedNode, id: number, { kinds, words }: Declared, next: Numbering): string {
  const [x, y] = [Math.round(node.x), Math.round(node.y)]
  const Type = entityKindLabel[node.kind]
  const style = element('IconStyle', { Type, EntityTypeReference: kinds.get(Type) ?? null })
  const entity = element('Entity', { EntityId: id, Identity: node.key, LabelIsIdentity: 'false' }, [element('Icon', {}, [style])])
  return element('ChartItem', { Id: next(), Label: node.label, Description: node.detail, XPosition: x }, [element('End', { X: x, Y: y, Z: 0 }, [entity]), attributes(nodeWords(node), words)])
}

function linkItem(link: NetworkLink, places: ReadonlyMap<string, number>, { strengths: ids, relations, words }: Declared, next: Numbering): string[] {
  const [from, to] = [places.get(link.from), places.get(link.to)]
  if (from === undefined || to === undefined) return []
  const [Type, Strength] = [linkKindLabel[link.kind], strengths[link.strength].name]
  const references = { Type, LinkTypeReference: relations.get(Type) ?? null, Strength, StrengthReference: ids.get(Strength) ?? null }
  const style = element('LinkStyle', { ArrowStyle: 'ArrowOnHead', ...references, MlStyle: 'MultiplicityMultiple' })
  const day = link.start?.length === 10 ? `${link.start}T00:00:00` : null
  const item = { Id: next(), Label: link.label, DateSet: day === null ? 'false' : 'true', DateTime: day, SourceReference: sourcePlace(link.source), SourceType: link.source.supplier }
  return [element('ChartItem', item, [element('Link', { End1Id: from, End2Id: to }, [style]), attributes(linkWords(link), words)])]
}

function attributes(words: readonly [string, string][], classes: ReadonlyMap<string, string>): string {
  return element('AttributeCollection', {}, words.flatMap(([name, Value]) => (Value === '' ? [] : [element('Attribute', { AttributeClass: name, AttributeClassReference: classes.get(name) ?? null, Value })])))
}
