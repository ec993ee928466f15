import Markdown from 'markdown-to-jsx/react'
import { Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { GovernanceSheet } from '#shared/model/insight.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { tell } from '../../parts/toasts.tsx'
import { controlsText } from '../../text/controls.ts'
import '../Handbook/Handbook.css'
import '../Scores/PrintSheet.css'

const text = controlsText.sheets
const options = { disableParsingRawHTML: true, overrides: { h1: { component: 'h2' }, h2: { component: 'h3' }, h3: { component: 'h4' } } } as const

/** Indicator book, record for the Algoritmeregister, input for DPIA and IAMA, and the method: to read, print and save. */
export function SheetsTab() {
  const answer = useAnswer('score.sheets', {})
  return <Answered answer={answer}>{(sheets) => <Sheets sheets={sheets} />}</Answered>
}

function Sheets({ sheets }: { sheets: readonly GovernanceSheet[] }) {
  const [chosen, setChosen] = useState<GovernanceSheet['id']>('indicatorenboek')
  const [save, saving] = useCommand('score.saveSheet')
  const sheet = sheets.find(({ id }) => id === chosen)
  const print = () => window.print()
  useShortcuts(controlsText.keys.title, [{ keys: 'P', label: controlsText.keys.print, run: print }])
  if (!sheet) return null

  async function keep(title: string, id: GovernanceSheet['id']) {
    const target = await window.shell.chooseSave(text.fileName(title), 'sheet')
    if (!target) return
    const reply = await save({ id, target: target.token })
    if (reply.ok) tell(text.saved(reply.value.file))
  }

  return (
    <>
      <div className="account-bar">
        <Button icon={Printer} keys="P" onPress={print}>
          {text.print}
        </Button>
        <Button icon={Download} isDisabled={saving.state === 'running'} onPress={() => void keep(sheet.title, sheet.id)}>
          {text.save}
        </Button>
        <span className="account-facts">{text.why}</span>
      </div>
      {saving.problem && <ProblemNotice problem={saving.problem} />}
      <div className="account-sheets">
        <Tabs label={text.choose} tabs={sheets.map(({ id, title, markdown }) => ({ id, label: title, content: <Sheet title={title} markdown={markdown} /> }))} value={chosen} onChange={setChosen} />
      </div>
      {createPortal(
        <article className="print-sheet" aria-hidden>
          <Markdown options={{ disableParsingRawHTML: true }}>{sheet.markdown}</Markdown>
        </article>,
        document.body,
      )}
    </>
  )
}

function Sheet({ title, markdown }: Pick<GovernanceSheet, 'title' | 'markdown'>) {
  return (
    <article className="handbook-text account-sheet" aria-label={title}>
      <Markdown options={options}>{markdown}</Markdown>
    </article>
  )
}
