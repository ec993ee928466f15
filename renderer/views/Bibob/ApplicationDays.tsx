import { Plus, X } from 'lucide-react'
import { Button } from '../../parts/Button.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { applicationText as text } from '../../text/bibobApplication.ts'
import { dayNames, isWrongDay, type TypedApplication } from './typedApplication.ts'

interface ApplicationDaysProps {
  typed: TypedApplication
  onChange: (part: Partial<TypedApplication>) => void
}

/** The days of the application, and when the clock of the bureau stood still. */
export function ApplicationDays({ typed: { days, isExtended, stops }, onChange }: ApplicationDaysProps) {
  const setStop = (id: number, part: { from?: string; to?: string }) => onChange({ stops: stops.map((stop) => (stop.id === id ? { ...stop, ...part } : stop)) })
  const nextId = Math.max(-1, ...stops.map(({ id }) => id)) + 1
  return (
    <>
      <h3>{text.when}</h3>
      <div className="bibob-days">
        {dayNames.map((name) => (
          <DayField key={name} label={text.days[name]} value={days[name]} onChange={(value) => onChange({ days: { ...days, [name]: value } })} />
        ))}
      </div>
      <Checkbox isSelected={isExtended} onChange={(value) => onChange({ isExtended: value })}>
        {text.extended}
      </Checkbox>
      {stops.map(({ id, from, to }, place) => (
        <fieldset key={id} className="bibob-stop">
          <legend className="unseen">{text.stops}</legend>
          <DayField label={text.stopFrom(place + 1)} value={from} onChange={(value) => setStop(id, { from: value })} isNeeded />
          <DayField label={text.stopTo(place + 1)} value={to} onChange={(value) => setStop(id, { to: value })} placeholder={text.stopOpen} />
          <Button variant="quiet" icon={X} onPress={() => onChange({ stops: stops.filter((stop) => stop.id !== id) })}>
            {text.removeStop(place + 1)}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button icon={Plus} onPress={() => onChange({ stops: [...stops, { id: nextId, from: '', to: '' }] })}>
          {text.addStop}
        </Button>
      </div>
    </>
  )
}

interface DayFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  isNeeded?: boolean
}

function DayField({ label, value, onChange, placeholder = 'dd-mm-jjjj', isNeeded = false }: DayFieldProps) {
  const isWrong = isWrongDay(value) || (isNeeded && value.trim() === '')
  return <TextField label={label} value={value} onChange={onChange} placeholder={placeholder} maxLength={10} error={isWrong ? text.dayError : undefined} />
}
