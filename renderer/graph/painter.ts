import type { Core } from 'cytoscape'
import { measureAll } from './apply.ts'
import { readGraphColours } from './colours.ts'
import { detailAt, namedNodes } from './detail.ts'
import type { Draft } from './draft.ts'
import { afterFrames } from './frames.ts'
import { makePainted, type Painted, type Painting } from './painted.ts'
import { atOnce, frameByFrame, type Pieces } from './pieces.ts'
import type { Scene } from './scene.ts'
import { makeSight, MANY, type Sight } from './sight.ts'
import { sizesAt } from './sizes.ts'
import type { Viewport } from './viewport.ts'

/** Keeps the canvas equal to what it is to show. */
export interface Painter {
  paint(painting: Painting): void
  /** everything in sight */
  fit(): void
  /** makes sure these are in sight; moves nothing when they are */
  reveal(ids: readonly string[]): void
  /** brings what is seen as a draft onto the canvas now */
  finish(): void
}

/** frames a draft stands before the rest is made: in the first it is drawn, in the second it is on the screen, the third is for what waits for it */
const DRAFT_FRAMES = 3

/** What is seen as a draft and on its way to the canvas. */
interface Coming {
  painting: Painting
  /** where it will be looked at from; null is where one looks from now */
  viewport: Viewport | null
  pieces: Pieces
  /** what is to be shown after it; seen as a draft already when its scene is another */
  next: Painting | null
}

/**
 * Paints in one go: where the picture will be looked at from is known before anything is drawn, so that everything gets the style,
 * the names and the words of that distance and is styled and drawn once. Cytoscape takes long over much that is new or moved: that is
 * seen as a draft at once, and comes onto its canvas piece by piece right after.
 */
export function makePainter(cy: Core, draft: Draft): Painter {
  const sight = makeSight(cy)
  const canvas = makePainted(cy)
  let coming: Coming | null = null
  let stopWaiting = (): void => undefined

  cy.on('destroy', () => stopWaiting())

  function paint(next: Painting): void {
    if (coming) return follow(coming, next)
    const before = canvas.shown()
    const viewport = viewportFor(sight, before, next, sight.now())
    if (elementsToDraw(cy, before.scene, next.scene) < MANY) {
      atOnce(canvas.bring(next, viewport))
      return look(cy, sight, before, viewport)
    }
    sketch(draft, sight, next, viewport ?? sight.now())
    coming = { painting: next, viewport, pieces: comeIn(cy, canvas, sight, next, viewport), next: null }
    stopWaiting = afterFrames(DRAFT_FRAMES, () => {
      if (coming) stopWaiting = frameByFrame(coming.pieces, settle)
    })
  }

  /** What comes keeps coming; another choice is no reason to hurry, and another scene is at once seen as a draft too. */
  function follow(before: Coming, next: Painting): void {
    const from = before.viewport ?? sight.now()
    if (next.scene !== (before.next ?? before.painting).scene) sketch(draft, sight, next, viewportFor(sight, before.painting, next, from) ?? from)
    before.next = next
  }

  function settle(): void {
    const after = coming?.next
    coming = null
    cy.one('render', () => {
      if (!coming) draft.hide()
    })
    if (after) paint(after)
  }

  function finish(): void {
    while (coming) {
      stopWaiting()
      atOnce(coming.pieces)
      settle()
    }
  }

  return {
    paint,
    fit: () => {
      finish()
      sight.goTo(sight.whole(canvas.shown().scene, canvas.shown().scale))
    },
    reveal: (ids) => {
      finish()
      const { scene, scale } = canvas.shown()
      sight.goTo(sight.holds(scene, ids, sight.now()) ? null : sight.whole(scene, scale))
    },
    finish,
  }
}

/** Brings it onto the canvas and looks at it, in pieces; nothing is drawn before all of it is there and measured. */
function* comeIn(cy: Core, canvas: Painted, sight: Sight, next: Painting, viewport: Viewport | null): Pieces {
  const before = canvas.shown()
  yield* canvas.bring(next, viewport)
  cy.startBatch()
  yield* measureAll(cy)
  look(cy, sight, before, viewport)
  cy.endBatch()
}

function look(cy: Core, sight: Sight, { scene: before }: Painting, viewport: Viewport | null): void {
  if (before.nodes.length === 0 && viewport) cy.viewport(viewport)
  else sight.goTo(viewport)
}

/**
 * Where to look from so that what must be in sight is; null when it is, from where one looks. That is what is new; and what was wholly
 * in sight stays so when everything finds another place.
 */
function viewportFor(sight: Sight, { scene: before }: Painting, { scene, scale }: Painting, from: Viewport): Viewport | null {
  if (before.nodes.length === 0) return sight.whole(scene, scale)
  if (scene === before) return null
  const wanted = sight.holds(before, idsOf(before), from) ? idsOf(scene) : freshIn(before.nodes, scene.nodes)
  return sight.holds(scene, wanted, from) ? null : sight.whole(scene, scale)
}

function sketch(draft: Draft, sight: Sight, { scene, scale, selected }: Painting, viewport: Viewport): void {
  const { factor, isFull } = detailAt(viewport.zoom)
  const named = isFull && scale === 1 ? null : namedNodes(scene, factor * scale, selected)
  draft.show({ scene, viewport, factor, colours: readGraphColours(), sizes: sizesAt(factor, scale), isNamed: (id) => named?.has(id) ?? true }, sight.size())
}

/** How many elements are new, or elsewhere than they stand on the canvas; a line goes where its ends go. */
function elementsToDraw(cy: Core, before: Scene, after: Scene): number {
  if (before === after) return 0
  const elsewhere = new Set(after.nodes.filter(({ id, x, y }) => !standsAt(cy, id, x, y)).map(({ id }) => id))
  const known = new Set(before.lines.map(({ id }) => id))
  return elsewhere.size + after.lines.filter(({ id, from, to }) => !known.has(id) || elsewhere.has(from) || elsewhere.has(to)).length
}

function standsAt(cy: Core, id: string, x: number, y: number): boolean {
  const node = cy.getElementById(id)
  return node.nonempty() && node.position('x') === x && node.position('y') === y
}

function idsOf(scene: Scene): string[] {
  return scene.nodes.map(({ id }) => id)
}

function freshIn(before: readonly { id: string }[], after: readonly { id: string }[]): string[] {
  const known = new Set(before.map(({ id }) => id))
  return after.flatMap(({ id }) => (known.has(id) ? [] : [id]))
}
