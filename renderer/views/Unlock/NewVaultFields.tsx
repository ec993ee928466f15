import { FolderOpen } from 'lucide-react'
import type { GrantedFile } from '#shared/contract/bridge.ts'
import { Button } from '../../parts/Button.tsx'
import { isChosen, NewPassphraseFields, type NewPassphrase } from '../../parts/NewPassphraseFields.tsx'
import { unlockText } from '../../text/unlock.ts'

const text = unlockText.create

/** What every new vault needs: a place and a passphrase, typed twice. */
export interface NewVault extends NewPassphrase {
  place: GrantedFile | null
}

export const emptyVault: NewVault = { place: null, passphrase: '', repeat: '' }

/** Whether it can be made as filled in; the engine judges the rest. */
export function isComplete(vault: NewVault): vault is NewVault & { place: GrantedFile } {
  return vault.place !== null && isChosen(vault)
}

interface NewVaultFieldsProps {
  value: NewVault
  onChange: (value: NewVault) => void
  suggestion: string
  /** after the first attempt the fields say what is missing */
  isAsked: boolean
}

export function NewVaultFields({ value, onChange, suggestion, isAsked }: NewVaultFieldsProps) {
  async function choosePlace() {
    const place = await window.shell.chooseSave(suggestion, 'vault')
    if (place) onChange({ ...value, place })
  }
  return (
    <>
      <div className="field">
        <span className="field-label">{text.place}</span>
        <div className="unlock-place">
          <span className={value.place ? 'ellipsis' : 'ellipsis faint'}>{value.place?.name ?? text.placeNone}</span>
          <Button icon={FolderOpen} aria-label={`${text.place}: ${text.placeChoose}`} onPress={() => void choosePlace()}>
            {text.placeChoose}
          </Button>
        </div>
        {isAsked && value.place === null && <p className="field-error">{text.placeMissing}</p>}
      </div>
      <NewPassphraseFields label={text.passphrase} value={value} onChange={(typed) => onChange({ ...value, ...typed })} isAsked={isAsked} />
    </>
  )
}
