import type { EntityKind, LinkStrength } from '#shared/model/entity.ts'
import type { NetworkLink, NetworkPicture, PlacedNode } from '#shared/model/network.ts'
import { entityKindLabel, linkKindLabel } from '#shared/text/terms.ts'
import type { PictureFrame } from './networkPicture.ts'
import { accountOf, element, linkWords, nodeWords } from './networkXml.ts'

/** The icons an Analyst's Notebook has by itself. */
const icons: Record<EntityKind, string> = { address: 'House', company: 'Office', person: 'Person' }
const strengths: Record<LinkStrength, { name: string; style: string }> = {
  confirmed: { name: 'Bevestigd', style: 'DotStyleSolid' },
  suspected: { name: 'Vermoed', style: 'DotStyleDashed' },
  unconfirmed: { name: 'Onbevestigd', style: 'DotStyleDotted' },
}

/**
 * What is shown as a chart that i2 Analyst's Notebook opens (ANX, its XML form): entities with their place, relations with
 * direction, strength, dates and source. Identities are the keys, so that a chart made again falls together with an older one.
 */
export function networkAnx(picture: NetworkPicture, frame: PictureFrame): string {
  const ids = new Map(picture.nodes.map(({ key }, place) => [key, `E${place + 1}`]))
  const nodeNames = [...new Set(picture.nodes.flatMap((node) => nodeWords(node).map(([name]) => name)))]
  const linkNames = [...new Set(picture.links.flatMap((link) => linkWords(link).map(([name]) => name)))]
  const kinds = [...new Set(picture.nodes.map(({ kind }) => kind))]
  const relations = [...new Set(picture.links.map(({ kind }) => kind))]
  const chart = [
    element('Summary', {}, [element('FieldCollection', {}, [element('Field', { Type: 'SummaryFieldTitle', Field: frame.title }), element('Field', { Type: 'SummaryFieldComments', Field: accountOf(frame) })])]),
    element('AttributeClassCollection', {}, [...new Set([...nodeNames, ...linkNames])].map((Name) => element('AttributeClass', { Name, Type: 'AttText', Visible: 'true', ShowValue: 'true' }))),
    element('StrengthCollection', {}, Object.values(strengths).map(({ name, style }) => element('Strength', { Name: name, DotStyle: style }))),
    element('EntityTypeCollection', {}, kinds.map((kind) => element('EntityType', { Name: entityKindLabel[kind], IconFile: icons[kind] }))),
    element('LinkTypeCollection', {}, relations.map((kind) => element('LinkType', { Name: linkKindLabel[kind] }))),
    element('ChartItemCollection', {}, [...picture.nodes.map((node) => entityItem(node, ids.get(node.key) ?? '')), ...picture.links.flatMap((link) => linkItem(link, ids))]),
  ]
  return ['<?xml version="1.0" encoding="UTF-8"?>', element('Chart', { IdReferenceLinking: 'false', Rigorous: 'false' }, chart), ''].join('\n')
}

function entityItem(node: PlacedNode, id: string): string {
  const [x, y] = [Math.round(node.x), Math.round(node.y)]
  const entity = element('Entity', { EntityId: id, Identity: node.key, LabelIsIdentity: 'false' }, [element('Icon', {}, [element('IconStyle', { Type: entityKindLabel[node.kind] })])])
  return element('ChartItem', { Label: node.label, Description: node.detail, XPosition: x }, [attributes(nodeWords(node)), element('End', { X: x, Y: y, Z: 0 }, [entity])])
}

function linkItem(link: NetworkLink, ids: ReadonlyMap<string, string>): string[] {
  const [from, to] = [ids.get(link.from), ids.get(link.to)]
  if (from === undefined || to === undefined) return []
  const style = element('LinkStyle', { ArrowStyle: 'ArrowOnHead', Type: linkKindLabel[link.kind], Strength: strengths[link.strength].name, MlStyle: 'MultiplicityMultiple' })
  const day = link.start?.length === 10 ? `${link.start}T00:00:00` : null
  const { file, sheet, row, supplier } = link.source
  const item = { Label: link.label, DateSet: day === null ? 'false' : 'true', DateTime: day, SourceReference: `${file}, blad ${sheet}, rij ${row}`, SourceType: supplier }
  return [element('ChartItem', item, [attributes(linkWords(link)), element('Link', { End1Id: from, End2Id: to }, [style])])]
}

function attributes(words: readonly [string, string][]): string {
  return element('AttributeCollection', {}, words.flatMap(([name, Value]) => (Value === '' ? [] : [element('Attribute', { AttributeClass: name, Value })])))
}
