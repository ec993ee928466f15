import { BookOpenText, Building2, Files, FolderOpen, GitCompareArrows, House, Inbox, LayoutDashboard, MapPinned, Scale, ScrollText, Search, Shapes, Store, UserRound, Waypoints, type LucideIcon } from 'lucide-react'
import type { ProcedureName } from '#shared/contract/index.ts'
import { lazyView, type LazyView } from './lib/lazyView.ts'
import type { ScreenName } from './lib/routes.ts'

/** What a view gets from the frame: the subject of the route, `''` for the screen itself. */
export interface ViewProps {
  subject: string
}

export interface Screen {
  icon: LucideIcon
  /** the procedure the screen cannot do without; its roles decide who sees the screen */
  needs: ProcedureName
  /** another that is enough by itself, where a screen has parts for others */
  orNeeds?: ProcedureName
  /** its subject names a part of it, so that the rest of it, the focus too, stays when another is chosen */
  hasParts?: true
  View: LazyView<ViewProps>
}

/** Whether somebody who may do these things sees a screen. */
export function isOpenTo({ needs, orNeeds }: Screen, may: (name: ProcedureName) => boolean): boolean {
  return may(needs) || (orNeeds !== undefined && may(orNeeds))
}

/** Every screen that exists. A view is loaded when it is first opened. */
export const screens: Partial<Record<ScreenName, Screen>> = {
  overview: { icon: LayoutDashboard, needs: 'vault.status', View: lazyView(() => import('./views/Overview/OverviewView.tsx').then((m) => ({ default: m.OverviewView }))) },
  search: { icon: Search, needs: 'search.suggest', View: lazyView(() => import('./views/Search/SearchView.tsx').then((m) => ({ default: m.SearchView }))) },
  network: { icon: Waypoints, needs: 'network.expand', View: lazyView(() => import('./views/Network/NetworkView.tsx').then((m) => ({ default: m.NetworkView }))) },
  areas: { icon: MapPinned, needs: 'score.ranking', hasParts: true, View: lazyView(() => import('./views/Areas/AreasView.tsx').then((m) => ({ default: m.AreasView }))) },
  branches: { icon: Store, needs: 'score.ranking', hasParts: true, View: lazyView(() => import('./views/Branches/BranchesView.tsx').then((m) => ({ default: m.BranchesView }))) },
  findings: { icon: Shapes, needs: 'finding.list', View: lazyView(() => import('./views/Findings/FindingsView.tsx').then((m) => ({ default: m.FindingsView }))) },
  triage: { icon: Inbox, needs: 'triage.list', View: lazyView(() => import('./views/Triage/TriageView.tsx').then((m) => ({ default: m.TriageView }))) },
  cases: { icon: FolderOpen, needs: 'case.list', View: lazyView(() => import('./views/Cases/CasesView.tsx').then((m) => ({ default: m.CasesView }))) },
  bibob: { icon: Scale, needs: 'bibob.relations', View: lazyView(() => import('./views/Bibob/BibobView.tsx').then((m) => ({ default: m.BibobView }))) },
  address: { icon: House, needs: 'address.get', View: lazyView(() => import('./views/Sheets/AddressView.tsx').then((m) => ({ default: m.AddressView }))) },
  company: { icon: Building2, needs: 'company.get', View: lazyView(() => import('./views/Sheets/CompanyView.tsx').then((m) => ({ default: m.CompanyView }))) },
  person: { icon: UserRound, needs: 'person.get', View: lazyView(() => import('./views/Sheets/PersonView.tsx').then((m) => ({ default: m.PersonView }))) },
  review: { icon: GitCompareArrows, needs: 'review.queue', hasParts: true, View: lazyView(() => import('./views/Review/ReviewView.tsx').then((m) => ({ default: m.ReviewView }))) },
  sources: { icon: Files, needs: 'sources.import', View: lazyView(() => import('./views/Sources/SourcesView.tsx').then((m) => ({ default: m.SourcesView }))) },
  accountability: {
    icon: ScrollText,
    needs: 'audit.list',
    orNeeds: 'score.sheets',
    View: lazyView(() => import('./views/Accountability/AccountabilityView.tsx').then((m) => ({ default: m.AccountabilityView }))),
  },
  handbook: { icon: BookOpenText, needs: 'vault.status', View: lazyView(() => import('./views/Handbook/HandbookView.tsx').then((m) => ({ default: m.HandbookView }))) },
}

/** The left rail, in groups; a screen that does not exist or is not for the user is left out. */
export const railGroups: readonly (readonly ScreenName[])[] = [
  ['overview', 'search', 'network', 'areas', 'branches', 'findings'],
  ['triage', 'cases', 'bibob'],
  ['sources', 'review', 'accountability', 'handbook'],
]

/** Loads the screens with much behind them before they are asked for; opening one then takes no longer than its answers. */
export async function loadEarly(): Promise<void> {
  for (const name of ['areas', 'network', 'branches'] as const) await screens[name]?.View.ready()
}
