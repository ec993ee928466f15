import { hashOf } from '../lib/routes.ts'
import { useSession } from '../lib/session.tsx'
import { isOpenTo, railGroups, screens } from '../screens.ts'
import { frameText, screenLabel } from '../text/frame.ts'

/** The screens the user may open, in groups. */
export function Rail() {
  const { route, may } = useSession()
  const groups = railGroups
    .map((group) => group.flatMap((name) => (screens[name] && isOpenTo(screens[name], may) ? [{ name, icon: screens[name].icon }] : [])))
    .filter((group) => group.length > 0)
  return (
    <nav className="rail" aria-label={frameText.navigation}>
      {groups.map((group) => (
        <div key={group[0]?.name} className="rail-group">
          {group.map(({ name, icon: Icon }) => (
            <a key={name} className="rail-link" href={hashOf({ screen: name, subject: '' })} aria-current={route.screen === name ? 'page' : undefined} draggable={false} title={screenLabel[name]}>
              <Icon size={17} strokeWidth={1.75} aria-hidden />
              <span className="rail-label">{screenLabel[name]}</span>
            </a>
          ))}
        </div>
      ))}
    </nav>
  )
}
