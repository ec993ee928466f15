import { BATCH, wordStream } from './randomWords.ts'

const WORD = 1 / 4_294_967_296
const LAYERS = 128
/** Where the tail begins, and the area of each layer: constants of the published method for 128 layers. */
const TAIL = 3.442619855899
const AREA = 9.91256303526217e-3

/** Lent to one stream after another. */
const batch = new Uint32Array(BATCH)

/** Right edges of the layers of the ziggurat, widest first; the lowest holds the tail and is as wide as its area asks. */
const EDGES = layerEdges()
/** Share of each layer that lies under the curve over its whole height. */
const INNER = Float64Array.from({ length: LAYERS }, (_, i) => (EDGES[i + 1] ?? 0) / (EDGES[i] ?? 1))

function layerEdges(): Float64Array {
  const edges = new Float64Array(LAYERS + 1)
  edges[0] = AREA / height(TAIL)
  edges[1] = TAIL
  for (let i = 2; i < LAYERS; i += 1) edges[i] = Math.sqrt(-2 * Math.log(AREA / (edges[i - 1] ?? 0) + height(edges[i - 1] ?? 0)))
  return edges
}

function height(x: number): number {
  return Math.exp((-x * x) / 2)
}

/**
 * Fills `values` with logarithms of gamma draws (rate 1) by Marsaglia and Tsang's method (2000), on normal draws by their ziggurat
 * (2000, layer and place from words of their own as Doornik asks, 2005). Shapes below 1 by the boost G(a) = G(a + 1) · U^(1/a), which in
 * logarithms cannot underflow.
 * @param seed names the stream; equal seed and shape, equal values
 */
export function drawLogGamma(values: Float64Array, shape: number, seed: string): void {
  const next = wordStream(seed, batch)
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  const logD = Math.log(d)
  for (let draw = 0; draw < values.length; ) {
    const layer = next() % LAYERS
    const place = 2 * WORD * next() - 1
    const z = Math.abs(place) < (INNER[layer] ?? 0) ? place * (EDGES[layer] ?? 0) : outerNormal(next, layer, place)
    const root = 1 + c * z
    // NaN, a normal draw that was rejected, is not above 0 either
    if (!(root > 0)) continue
    const v = root * root * root
    const logV = Math.log(v)
    const u = 1 - WORD * next()
    const square = z * z
    if (u >= 1 - 0.0331 * square * square && Math.log(u) >= square / 2 + d * (1 - v + logV)) continue
    values[draw] = logD + logV
    draw += 1
  }
  if (shape < 1) for (let draw = 0; draw < values.length; draw += 1) values[draw] = (values[draw] ?? 0) + Math.log(1 - WORD * next()) / shape
}

/** The one draw in eighty that does not lie safely within its layer: in the tail, or beside the curve, where it may be rejected (NaN). */
function outerNormal(next: () => number, layer: number, place: number): number {
  if (layer === 0) return Math.sign(place) * tailNormal(next)
  const x = place * (EDGES[layer] ?? 0)
  const [low, high] = [height(EDGES[layer] ?? 0), height(EDGES[layer + 1] ?? 0)]
  return low + WORD * next() * (high - low) < height(x) ? x : Number.NaN
}

/** Beyond the last layer, by Marsaglia's method (1964). */
function tailNormal(next: () => number): number {
  for (;;) {
    const x = -Math.log(1 - WORD * next()) / TAIL
    const y = -Math.log(1 - WORD * next())
    if (2 * y >= x * x) return TAIL + x
  }
}

/**
 * Weights drawn around given ones from a Dirichlet distribution, per weight and draw. Its concentration is chosen such that a weight of
 * average size varies by `spread` (its standard deviation divided by its mean): c = (K − 1) / spread² − 1.
 * @param weights positive, summing to 1
 */
export function dirichletDraws(weights: readonly number[], spread: number, draws: number, seed: string): Float64Array[] {
  if (weights.length < 2) return weights.map((weight) => new Float64Array(draws).fill(weight))
  const concentration = (weights.length - 1) / (spread * spread) - 1
  const drawn = weights.map((weight, k) => {
    const values = new Float64Array(draws)
    drawLogGamma(values, weight * concentration, `${seed}|${k}`)
    return values.map(Math.exp)
  })
  for (let draw = 0; draw < draws; draw += 1) {
    const sum = drawn.reduce((total, values) => total + (values[draw] ?? 0), 0)
    for (const values of drawn) values[draw] = (values[draw] ?? 0) / sum
  }
  return drawn
}
