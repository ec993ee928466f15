import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { GrantedFile } from '#shared/contract/bridge.ts'
import { describeProblem } from '#shared/text/problems.ts'
import { useCommand } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { RadioList } from '../../parts/RadioList.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { unlockText } from '../../text/unlock.ts'
import { UnlockForm } from './UnlockForm.tsx'

const text = unlockText.open

export function OpenForm({ recent }: { recent: readonly GrantedFile[] }) {
  const [chosen, setChosen] = useState<readonly GrantedFile[]>([])
  const files = [...chosen, ...recent]
  const [token, setToken] = useState(files[0]?.token ?? '')
  const [passphrase, setPassphrase] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [run, state] = useCommand('vault.open')

  async function chooseOther() {
    const [file] = await window.shell.chooseFiles('vault')
    if (!file) return
    setChosen([file])
    setToken(file.token)
  }

  async function open() {
    setAsked(true)
    if (token === '' || passphrase === '') return
    const reply = await run({ file: token, passphrase })
    if (!reply.ok) setPassphrase('')
  }

  const refusal = state.problem?.code === 'vault-wrong-passphrase' ? describeProblem(state.problem) : null
  const isMissing = isAsked && token !== '' && !state.problem
  const error = passphrase !== '' ? undefined : refusal ? `${refusal.what} ${refusal.remedy}` : isMissing ? text.passphraseMissing : undefined
  return (
    <UnlockForm title={text.title} submit={text.submit} onSubmit={open} isPending={state.state === 'running'}>
      {files.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <RadioList label={text.recent} options={files.map((file) => ({ id: file.token, label: file.name.replace(/\.kluis$/, '') }))} value={token} onChange={setToken} />
      )}
      <Button icon={FolderOpen} variant="quiet" onPress={() => void chooseOther()}>
        {text.other}
      </Button>
      {isAsked && token === '' && <p className="field-error">{text.fileMissing}</p>}
      <TextField label={text.passphrase} type="password" value={passphrase} onChange={setPassphrase} autoFocus error={error} autoComplete="off" />
      {state.problem && !refusal && <ProblemNotice problem={state.problem} />}
    </UnlockForm>
  )
}
