import type { Core, ElementDefinition } from 'cytoscape'
import { badgeImage } from './badge.ts'
import type { SceneChange } from './diff.ts'
import { partsOf, type Pieces } from './pieces.ts'
import type { SceneLine, SceneNode } from './scene.ts'

/** Brings a change onto the canvas, in a batch of whoever takes the pieces. Cytoscape writes into what it is given, so it gets objects of its own. */
export function* applyChange(cy: Core, change: SceneChange): Pieces {
  for (const id of change.removed) cy.getElementById(id).remove()
  for (const nodes of partsOf(change.added.nodes)) yield void cy.add(nodes.map(nodeElement))
  for (const lines of partsOf(change.added.lines)) yield void cy.add(lines.map(lineElement))
  for (const node of change.changed.nodes) refresh(cy, node.id, nodeData(node), nodeClasses(node))
  for (const line of change.changed.lines) refresh(cy, line.id, lineData(line), lineClasses(line))
  for (const moves of partsOf(change.moved)) yield moves.forEach(({ id, x, y }) => cy.getElementById(id).position({ x, y }))
}

/** Styles and measures what changed, which cytoscape would otherwise do all at once when it draws. Lines lie between nodes, so these come first. */
export function* measureAll(cy: Core): Pieces {
  for (const nodes of partsOf(cy.nodes())) yield void nodes.boundingBox()
  for (const edges of partsOf(cy.edges())) yield void edges.boundingBox()
}

/** Events come only from what really changes, so equal selections make no noise. */
export function applySelection(cy: Core, selected: ReadonlySet<string>): void {
  cy.batch(() => {
    cy.elements(':selected').filter((element) => !selected.has(element.id())).unselect()
    for (const id of selected) cy.getElementById(id).filter(':unselected').select()
  })
}

/** Puts the words of lines where they fit; lines without a place keep their words to themselves until they are chosen. */
export function applyWords(cy: Core, places: ReadonlyMap<string, { dx: number; dy: number }>): void {
  cy.batch(() =>
    cy.edges().forEach((edge) => {
      const place = places.get(edge.id())
      if (place) edge.data(place)
      edge.toggleClass('worded', place !== undefined)
    }),
  )
}

/** Which nodes keep their names at a distance. */
export function applyNames(cy: Core, named: ReadonlySet<string>): void {
  cy.batch(() => cy.nodes().forEach((node) => void node.toggleClass('named', named.has(node.id()))))
}

function refresh(cy: Core, id: string, data: object, classes: string[]): void {
  const element = cy.getElementById(id)
  element.data(data)
  // names and words at a distance are given apart from the scene
  element.classes([...classes, ...['named', 'worded'].filter((name) => element.hasClass(name))])
}

function nodeElement(node: SceneNode): ElementDefinition {
  return { group: 'nodes', data: nodeData(node), position: { x: node.x, y: node.y }, classes: nodeClasses(node) }
}

function nodeData({ id, label, isPinned, references, hasNote }: SceneNode): { id: string; label: string; badge: string } {
  return { id, label, badge: badgeImage(isPinned, references, hasNote) }
}

function nodeClasses({ kind, isPinned, references, isFaded, isMarked, hasNote }: SceneNode): string[] {
  return [kind, ...only({ badged: isPinned || references > 0 || hasNote, faded: isFaded, marked: isMarked })]
}

function lineElement(line: SceneLine): ElementDefinition {
  return { group: 'edges', data: lineData(line), classes: lineClasses(line) }
}

function lineData({ id, from, to, words, bend }: SceneLine): { id: string; source: string; target: string; label: string; bend: number } {
  return { id, source: from, target: to, label: words.join('\n'), bend }
}

function lineClasses({ strength, isDirected, isFaded, isMarked, isSupposed, change, bend }: SceneLine): string[] {
  return only({ suspected: strength === 'suspected', unconfirmed: strength === 'unconfirmed', directed: isDirected, bent: bend !== 0, faded: isFaded, marked: isMarked, supposed: isSupposed, new: change === 'new', gone: change === 'gone' })
}

function only(classes: Record<string, boolean>): string[] {
  return Object.keys(classes).filter((name) => classes[name])
}
