import type { TextReading } from '#shared/model/source.ts'
import { encodingLabel, quoteLabel, separatorName, separators } from '#shared/text/textReading.ts'
import { Select } from '../../parts/Select.tsx'
import { sourcesText } from '../../text/sources.ts'

const text = sourcesText.sheet
const NO_QUOTE = 'none'

/** How a text file is cut into cells, for the user to put right; the file is looked at anew after each change. */
export function TextSettings({ reading, onChange }: { reading: TextReading; onChange: (next: TextReading) => void }) {
  const signs = separators.includes(reading.separator) ? separators : [...separators, reading.separator]
  return (
    <>
      <Select
        label={text.separator}
        options={signs.map((sign) => ({ id: sign, label: separatorName(sign) }))}
        value={reading.separator}
        onChange={(separator) => onChange({ ...reading, separator })}
      />
      <Select<string>
        label={text.quote}
        options={quotes.map((quote) => ({ id: quote || NO_QUOTE, label: quoteLabel[quote] }))}
        value={reading.quote || NO_QUOTE}
        onChange={(id) => onChange({ ...reading, quote: quotes.find((quote) => quote === id) ?? '' })}
      />
      <Select
        label={text.encoding}
        options={encodings.map((encoding) => ({ id: encoding, label: encodingLabel[encoding] }))}
        value={reading.encoding}
        onChange={(encoding) => onChange({ ...reading, encoding })}
      />
    </>
  )
}

const quotes: readonly TextReading['quote'][] = ['"', "'", '']
const encodings: readonly TextReading['encoding'][] = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']
