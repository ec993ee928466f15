import type { ReactNode } from 'react'
import { Link } from 'react-aria-components/Link'
import './TextLink.css'

/** Words that lead somewhere inside the application. */
export function TextLink({ children, label, onPress }: { children: ReactNode; label?: string; onPress: () => void }) {
  return (
    <Link className="text-link" onPress={onPress} {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </Link>
  )
}
