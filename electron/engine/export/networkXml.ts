import type { NetworkLink, NetworkNode, NetworkPicture } from '#shared/model/network.ts'
import { sourcePlace } from '#shared/text/source.ts'
import { entityKindLabel, linkKindLabel, linkStrengthLabel } from '#shared/text/terms.ts'
import { figure } from './networkDrawing.ts'
import { frameFacts, type PictureFrame } from './networkPicture.ts'
import { escaped } from './printable.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

/** An element with its attributes; those that are null are left out. */
export function element(name: string, attributes: Readonly<Record<string, string | number | null>>, content: readonly string[] = []): string {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${escaped(String(value))}"`])).join('')
  return content.length === 0 ? `<${name}${given}/>` : `<${name}${given}>${content.join('')}</${name}>`
}

/** What is told of every entity and relation, beside its ends and its place; name and value. */
export function nodeWords({ kind, detail, references }: NetworkNode): [string, string][] {
  return [['soort', entityKindLabel[kind]], ['gegevens', detail], ...(kind === 'address' ? [['afdelingen', String(references)] satisfies [string, string]] : [])]
}

export function linkWords({ kind, label, start, end, strength, ground, source }: NetworkLink): [string, string][] {
  return [
    ['relatie', linkKindLabel[kind]], ['omschrijving', label], ['begin', start ?? ''], ['einde', end ?? ''], ['sterkte', linkStrengthLabel[strength]], ['grondslag', ground],
    ['bron', sourcePlace(source)], ['leverancier', source.supplier],
  ]
}

const nodeNames = ['soort', 'gegevens', 'afdelingen']
const linkNames = ['relatie', 'omschrijving', 'begin', 'einde', 'sterkte', 'grondslag', 'bron', 'leverancier']

/** What is shown as GraphML (graphml.graphdrawing.org), with places and every word as a named value. */
export function networkGraphml(picture: NetworkPicture, frame: PictureFrame): string {
  const key = (id: string, on: string, name: string, type = 'string') => element('key', { id, for: on, 'attr.name': name, 'attr.type': type })
  const data = (id: string, text: string) => element('data', { key: id }, [escaped(text)])
  const named = (words: readonly [string, string][], prefix: string) => words.flatMap(([name, text]) => (text === '' ? [] : [data(`${prefix}_${name}`, text)]))
  const nodes = picture.nodes.map((node) =>
    element('node', { id: node.key }, [data('n_naam', node.label), ...named(nodeWords(node), 'n'), data('n_x', figure(node.x)), data('n_y', figure(node.y))]),
  )
  const links = picture.links.map((link) => element('edge', { id: `r${link.id}`, source: link.from, target: link.to }, named(linkWords(link), 'r')))
  const keys = [
    ...['naam', ...nodeNames].map((name) => key(`n_${name}`, 'node', name)), key('n_x', 'node', 'x', 'double'), key('n_y', 'node', 'y', 'double'),
    ...linkNames.map((name) => key(`r_${name}`, 'edge', name)),
  ]
  return [
    HEAD, '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', element('desc', {}, [escaped(accountOf(frame))]), ...keys,
    '<graph id="netwerk" edgedefault="directed">', ...nodes, ...links, '</graph>', '</graphml>', '',
  ].join('\n')
}

/** What is shown as GEXF 1.3 (gexf.net), with places and the dates of relations. */
export function networkGexf(picture: NetworkPicture, frame: PictureFrame): string {
  const attributes = (on: string, names: readonly string[]) => element('attributes', { class: on }, names.map((title, id) => element('attribute', { id, title, type: 'string' })))
  const values = (words: readonly [string, string][], names: readonly string[]) =>
    element('attvalues', {}, words.flatMap(([name, value]) => (value === '' ? [] : [element('attvalue', { for: names.indexOf(name), value })])))
  const nodes = picture.nodes.map((node) =>
    element('node', { id: node.key, label: node.label }, [values(nodeWords(node), nodeNames), element('viz:position', { x: figure(node.x), y: figure(-node.y), z: 0 })]),
  )
  const links = picture.links.map((link) =>
    element('edge', { id: link.id, source: link.from, target: link.to, label: linkKindText(link), start: whole(link.start), end: whole(link.end) }, [values(linkWords(link), linkNames)]),
  )
  return [
    HEAD, '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    element('meta', { lastmodifieddate: frame.date }, [element('creator', {}, ['Signaleringstool Ondermijning']), element('description', {}, [escaped(accountOf(frame))])]),
    '<graph mode="dynamic" defaultedgetype="directed" timeformat="date">', attributes('node', nodeNames), attributes('edge', linkNames),
    '<nodes>', ...nodes, '</nodes>', '<edges>', ...links, '</edges>', '</graph>', '</gexf>', '',
  ].join('\n')
}

function linkKindText({ kind, label }: NetworkLink): string {
  return label === '' ? linkKindLabel[kind] : label
}

/** GEXF wants whole days; what is not known is left out. */
function whole(date: string | null): string | null {
  return date?.length === 10 ? date : null
}

/** Title, purpose, day, confidentiality and log line in one text. */
export function accountOf(frame: PictureFrame): string {
  return [frame.title, ...frameFacts(frame).map(([name, value]) => `${name}: ${value}`)].join('; ')
}
