import { passphraseStrength, type PassphraseStrength } from '../lib/passphrase.ts'
import { strengthText, unlockText } from '../text/unlock.ts'
import { TextField } from './TextField.tsx'
import './NewPassphraseFields.css'

const text = unlockText.create

/** A passphrase that is chosen, typed twice. */
export interface NewPassphrase {
  passphrase: string
  repeat: string
}

/** Whether it may be used; the engine judges for itself. */
export function isChosen({ passphrase, repeat }: NewPassphrase): boolean {
  const strength = passphraseStrength(passphrase)
  return strength !== 'empty' && strength !== 'short' && passphrase === repeat
}

interface NewPassphraseFieldsProps {
  label: string
  value: NewPassphrase
  onChange: (value: NewPassphrase) => void
  /** after the first attempt the fields say what is missing */
  isAsked: boolean
}

export function NewPassphraseFields({ label, value, onChange, isAsked }: NewPassphraseFieldsProps) {
  const { passphrase, repeat } = value
  const differs = repeat !== '' || isAsked ? passphrase !== repeat : false
  return (
    <>
      <div className="new-passphrase">
        <TextField label={label} type="password" value={passphrase} onChange={(typed) => onChange({ passphrase: typed, repeat })} autoComplete="new-password" />
        <Strength strength={passphraseStrength(passphrase)} isAsked={isAsked} />
      </div>
      <TextField label={text.repeat(label)} type="password" value={repeat} onChange={(typed) => onChange({ passphrase, repeat: typed })} error={differs ? text.repeatDiffers : undefined} autoComplete="new-password" />
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
    <div className={isRefused ? 'passphrase-strength field-error' : 'passphrase-strength'} role="status">
      <span className="passphrase-meter" aria-hidden>
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
