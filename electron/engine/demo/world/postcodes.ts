import { at } from './random.ts'

/** The four-digit postcodes of Almere by stretch of CBS wijk numbers (the last two digits of the wijk code). */
const stretches: { to: number; digits: number[] }[] = [
  { to: 16, digits: [1351, 1352, 1353, 1354, 1355, 1356, 1357, 1358, 1359] },
  { to: 40, digits: [1311, 1312, 1313, 1314, 1315, 1316, 1317, 1318, 1319, 1321, 1322, 1323, 1324, 1325, 1326, 1327, 1328, 1329] },
  { to: 59, digits: [1331, 1332, 1333, 1334, 1335, 1336, 1338, 1339] },
  { to: 74, digits: [1361, 1362, 1363, 1364] },
  { to: 85, digits: [1341, 1343, 1349] },
  { to: 99, digits: [1309] },
]

/** Letters in use; SA, SD and SS are never given out (domain: BAG postcode). */
const letters = [...'ABCDEGHJKLMNPRSTVWXZ']
const pairs = letters.flatMap((first) => letters.map((second) => first + second)).filter((pair) => !['SA', 'SD', 'SS'].includes(pair))

/** Hands out postcodes: each call gives one that no other stretch of street has. */
export interface PostcodeGiver {
  next(wijk: string): string
}

/** How many addresses share a postcode when `addresses` are spread over the city; 18 where the letters suffice. */
export function postcodeSize(addresses: number): number {
  const available = stretches.reduce((sum, stretch) => sum + stretch.digits.length, 0) * pairs.length
  return Math.max(18, Math.ceil((addresses * 2.2) / available))
}

export function makePostcodeGiver(): PostcodeGiver {
  const given = new Map<number, number>()
  return {
    next: (wijk) => {
      const number = Number(wijk.slice(-2))
      const index = stretches.findIndex((stretch) => number <= stretch.to)
      // a full stretch borrows from the next one, so that a large municipality never runs out
      for (let step = 0; step < stretches.length; step += 1) {
        const place = (index + step) % stretches.length
        const count = given.get(place) ?? 0
        const { digits } = at(stretches, place)
        if (count >= digits.length * pairs.length) continue
        given.set(place, count + 1)
        return `${at(digits, count % digits.length)}${at(pairs, (Math.floor(count / digits.length) * 7) % pairs.length)}`
      }
      throw new RangeError('more stretches of street than postcodes')
    },
  }
}
