import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { partsText } from '../text/parts.ts'
import './Tabs.css'

export interface TabContent<Id extends string> {
  id: Id
  label: string
  /** a number behind the label, when there is something to count */
  count?: number
  /** something was typed there that is not saved */
  isUnsaved?: boolean
  content: ReactNode
}

export interface TabsProps<Id extends string> {
  label: string
  tabs: readonly TabContent<Id>[]
  value: Id
  onChange: (id: Id) => void
}

/** Sheets behind each other; only the chosen one is built. */
export function Tabs<Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key)
        if (chosen) onChange(chosen.id)
      }}
    >
      <TabList className="tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            <span className="tab-label" data-label={tab.label}>
              {tab.label}
            </span>
            {tab.count !== undefined && <span className="tab-count">{tab.count}</span>}
            {tab.isUnsaved === true && (
              <span className="tab-unsaved" title={partsText.draft.tab}>
                <span className="unseen">, {partsText.draft.tab}</span>
              </span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
