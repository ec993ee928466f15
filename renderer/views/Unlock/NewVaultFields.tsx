import { FolderOpen } from 'lucide-react'
import type { GrantedFile } from '#shared/contract/bridge.ts'
import { passphraseStrength, type PassphraseStrength } from '../../lib/passphrase.ts'
import { Button } from '../../parts/Button.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { strengthText, unlockText } from '../../text/unlock.ts'

const text = unlockText.create

/** What every new vault needs: a place and a passphrase, typed twice. */
export interface NewVault {
  place: GrantedFile | null
  passphrase: string
  repeat: string
}

export const emptyVault: NewVault = { place: null, passphrase: '', repeat: '' }

/** Whether it can be made as filled in; the engine judges the rest. */
export function isComplete(vault: NewVault): vault is NewVault & { place: GrantedFile } {
  const strength = passphraseStrength(vault.passphrase)
  return vault.place !== null && strength !== 'empty' && strength !== 'short' && vault.passphrase === vault.repeat
}

interface NewVaultFieldsProps {
  value: NewVault
  onChange: (value: NewVault) => void
  suggestion: string
  /** after the first attempt the fields say what is missing */
  isAsked: boolean
}

export function NewVaultFields({ value, onChange, suggestion, isAsked }: NewVaultFieldsProps) {
  const differs = value.repeat !== '' || isAsked ? value.passphrase !== value.repeat : false
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
      <div className="unlock-passphrase">
        <TextField label={text.passphrase} type="password" value={value.passphrase} onChange={(passphrase) => onChange({ ...value, passphrase })} autoComplete="new-password" />
        <Strength strength={passphraseStrength(value.passphrase)} isAsked={isAsked} />
      </div>
      <TextField
        label={text.repeat}
        type="password"
        value={value.repeat}
        onChange={(repeat) => onChange({ ...value, repeat })}
        error={differs ? text.repeatDiffers : undefined}
        autoComplete="new-password"
      />
    </>
  )
}

const steps: readonly PassphraseStrength[] = ['weak', 'fair', 'strong']

/** Three bars and a word; the word alone says it all. */
function Strength({ strength, isAsked }: { strength: PassphraseStrength; isAsked: boolean }) {
  const { label, advice } = strengthText[strength]
  const reached = steps.indexOf(strength)
  const isRefused = isAsked && (strength === 'short' || strength === 'empty')
  return (
    <div className={isRefused ? 'unlock-strength field-error' : 'unlock-strength'} role="status">
      <span className="unlock-meter" aria-hidden>
        {steps.map((step, place) => (
          <i key={step} data-reached={place <= reached || undefined} />
        ))}
      </span>
      <span>
        {label !== '' && <b>{label}. </b>}
        {advice}
      </span>
    </div>
  )
}
