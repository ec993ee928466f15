/**
 * Benjamini and Hochberg's step-up procedure (1995): the smallest false discovery rate at which each test would still be
 * called significant. With 150 areas some small p-values come by chance; q-values take that into account.
 * @returns q-values in the order of the p-values
 */
export function falseDiscoveryRates(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).toSorted((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0))
  const rates = pValues.map(() => 0)
  let smallest = 1
  order.forEach((at, place) => {
    const rank = pValues.length - place
    smallest = Math.min(smallest, ((pValues[at] ?? 0) * pValues.length) / rank)
    rates[at] = smallest
  })
  return rates
}
