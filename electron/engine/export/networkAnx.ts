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

/**
 * What is shown as a chart that i2 Analyst's Notebook opens (ANX, its XML form): entities with their place, relations with
 * direction, strength, dates and source. Identities are the keys, so that a chart made again falls together with an older one.
 */
export function networkAnx(picture: NetworkPicture, frame: PictureFrame): string {
  let last = 0
  const next = () => `ID${(last += 1)}`
  const places = new Map(picture.nodes.map(({ key }, place) => [key, place + 1]))
  const words = [...new Set([...picture.nodes.flatMap(nodeWords), ...picture.links.flatMap(linkWords)].map(([name]) => name))]
  const kinds = [...new Set(picture.nodes.map(({ kind }) => kind))]
  const relations = [...new Set(picture.links.map(({ kind }) => kind))]
  const chart = [
    element('ApplicationVersion', { Major: 9, Minor: 0, Point: 0, Build: 0 }),
    summary(frame),
    element('StrengthCollection', {}, Object.values(strengths).map(({ name, style }) => element('Strength', { Id: next(), Name: name, DotStyle: style }))),
    element('AttributeClassCollection', {}, words.map((Name) => element('AttributeClass', { Id: next(), Name, Type: 'AttText', Visible: 'true', ShowValue: 'true' }))),
    element('EntityTypeCollection', {}, kinds.map((kind) => element('EntityType', { Id: next(), Name: entityKindLabel[kind], IconFile: icons[kind] }))),
    element('LinkTypeCollection', {}, relations.map((kind) => element('LinkType', { Id: next(), Name: linkKindLabel[kind] }))),
    element('ChartItemCollection', {}, [...picture.nodes.map((node, place) => entityItem(node, place + 1, next)), ...picture.links.flatMap((link) => linkItem(link, places, next))]),
  ]
  return ['<?xml version="1.0" encoding="UTF-8"?>', element('Chart', { IdReferenceLinking: 'false', Rigorous: 'false' }, chart), ''].join('\n')
}

/** Under what the chart left: as its comment, and each as a property of the document. */
function summary(frame: PictureFrame): string {
  const fields = [element('Field', { Type: 'SummaryFieldTitle', Field: frame.title }), element('Field', { Type: 'SummaryFieldComments', Field: accountOf(frame) })]
  const properties = frameFacts(frame).map(([Name, Value]) => element('CustomProperty', { Name, Type: 'String', Value }))
  return element('Summary', {}, [element('FieldCollection', {}, fields), element('CustomPropertyCollection', {}, properties)])
}

function entityItem(node: PlacedNode, id: number, next: Numbering): string {
  const [x, y] = [Math.round(node.x), Math.round(node.y)]
  const entity = element('Entity', { EntityId: id, Identity: node.key, LabelIsIdentity: 'false' }, [element('Icon', {}, [element('IconStyle', { Type: entityKindLabel[node.kind] })])])
  return element('ChartItem', { Id: next(), Label: node.label, Description: node.detail, XPosition: x }, [element('End', { X: x, Y: y, Z: 0 }, [entity]), attributes(nodeWords(node))])
}

function linkItem(link: NetworkLink, places: ReadonlyMap<string, number>, next: Numbering): string[] {
  const [from, to] = [places.get(link.from), places.get(link.to)]
  if (from === undefined || to === undefined) return []
  const style = element('LinkStyle', { ArrowStyle: 'ArrowOnHead', Type: linkKindLabel[link.kind], Strength: strengths[link.strength].name, MlStyle: 'MultiplicityMultiple' })
  const day = link.start?.length === 10 ? `${link.start}T00:00:00` : null
  const item = { Id: next(), Label: link.label, DateSet: day === null ? 'false' : 'true', DateTime: day, SourceReference: sourcePlace(link.source), SourceType: link.source.supplier }
  return [element('ChartItem', item, [element('Link', { End1Id: from, End2Id: to }, [style]), attributes(linkWords(link))])]
}

function attributes(words: readonly [string, string][]): string {
  return element('AttributeCollection', {}, words.flatMap(([name, Value]) => (Value === '' ? [] : [element('Attribute', { AttributeClass: name, Value })])))
}
