import type { EntityKey, EntityKind } from '#shared/model/entity.ts'

/** Every place in the window one can go to. Which of them exist, and for whom, stands in `renderer/screens.ts`. */
export type ScreenName =
  | 'overview'
  | 'search'
  | 'network'
  | 'areas'
  | 'branches'
  | 'findings'
  | 'triage'
  | 'cases'
  | 'bibob'
  | 'review'
  | 'sources'
  | 'accountability'
  | 'handbook'
  | EntityKind

/** A screen and what it shows there: an entity key, a case number, a scored area; empty for the screen itself. */
export interface Route {
  screen: ScreenName
  subject: string
}

const paths: Record<ScreenName, string> = {
  overview: 'overzicht',
  search: 'zoeken',
  network: 'netwerk',
  areas: 'gebieden',
  branches: 'branches',
  findings: 'bevindingen',
  triage: 'wegen',
  cases: 'casussen',
  bibob: 'bibob',
  review: 'beoordelen',
  sources: 'bronnen',
  accountability: 'verantwoording',
  handbook: 'handboek',
  address: 'adres',
  company: 'bedrijf',
  person: 'persoon',
}

const screenOfPath = new Map(Object.entries(paths).map(([screen, path]) => [path, screen]))
const home: Route = { screen: 'overview', subject: '' }

/** The part of the address behind `#`: `#/casussen/12`. Names of people never stand in it, only keys. */
export function hashOf(route: Route): string {
  return `#/${paths[route.screen]}${route.subject === '' ? '' : `/${encodeURIComponent(route.subject)}`}`
}

/** The reverse of {@link hashOf}; anything unknown leads to the overview. */
export function routeOf(hash: string): Route {
  const [, path = '', subject = ''] = hash.split('/')
  const screen = screenOfPath.get(path)
  if (!isScreenName(screen)) return home
  try {
    return { screen, subject: decodeURIComponent(subject) }
  } catch {
    return home
  }
}

function isScreenName(name: string | undefined): name is ScreenName {
  return name !== undefined && name in paths
}

export function routeToEntity(key: EntityKey): Route {
  const [kind] = key.split(':')
  return isScreenName(kind) ? { screen: kind, subject: key } : home
}
