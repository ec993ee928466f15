import type { ReactNode } from 'react'
import './PropertyList.css'

export interface Property {
  label: string
  value: ReactNode
}

/** Names and values under each other. */
export function PropertyList({ properties }: { properties: readonly Property[] }) {
  return (
    <dl className="properties">
      {properties.map(({ label, value }) => (
        <div key={label} className="property">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
