import { at, shuffled, type Random } from './random.ts'
import type { Theme, WordLists } from './words.ts'

/** Gives each street of the municipality a name that no other street has. */
export interface StreetNamer {
  /** the next name for a street in a wijk */
  next(wijk: string, isBusiness: boolean): string
}

/** How often a street gets a name of its own instead of one from the theme of its wijk. */
const SINGULAR = 0.04

export function makeStreetNamer(words: WordLists, random: Random): StreetNamer {
  const used = new Set<string>()
  const singular = shuffled(words.streets.singular, random)
  const pools = new Map(words.streets.themes.map((theme) => [theme.name, shuffled(namesOf(theme), random)]))
  const themeOf = (wijk: string, isBusiness: boolean): Theme => {
    const own = words.streets.themes.find((theme) => theme.wijken.includes(wijk))
    const business = words.streets.themes.find((theme) => theme.name === 'bedrijven')
    const chosen = own ?? (isBusiness ? business : undefined)
    return chosen ?? at(words.streets.themes, 0)
  }
  const fresh = (theme: Theme): string => {
    const pool = pools.get(theme.name) ?? []
    const own = pool.pop()
    if (own !== undefined && !used.has(own)) return own
    if (own !== undefined) return fresh(theme)
    return variantOf(theme, words, used, random)
  }
  return {
    next: (wijk, isBusiness) => {
      const special = random.chance(SINGULAR) ? singular.pop() : undefined
      const name = special ?? fresh(themeOf(wijk, isBusiness))
      used.add(name)
      return name
    },
  }
}

/** Every name a theme can give: stem with ending, and the numbered series. */
function namesOf(theme: Theme): string[] {
  const names = theme.stems.flatMap((stem) => theme.endings.map((ending) => joined(stem, ending)))
  const series = theme.series.flatMap(([name, first, last]) => Array.from({ length: last - first + 1 }, (_, i) => `${name} ${first + i}`))
  return [...new Set([...names, ...series])]
}

/** `België` + `straat`; a title with a family name (`Burgemeester Ten Hoeve`) is written on too. */
function joined(stem: string, ending: string): string {
  return `${stem}${ending}`
}

function variantOf(theme: Theme, words: WordLists, used: ReadonlySet<string>, random: Random): string {
  for (let part = 2; ; part += 1) {
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const base = joined(random.pick(theme.stems), random.pick(theme.endings))
      const name = part === 2 ? `${random.pick(words.streets.variants)} ${base}` : `${part}e ${random.pick(words.streets.variants)} ${base}`
      if (!used.has(name)) return name
    }
  }
}
