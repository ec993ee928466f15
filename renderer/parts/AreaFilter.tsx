import { useAnswer } from '../lib/engine.ts'
import { useSession } from '../lib/session.tsx'
import { ComboBox } from './ComboBox.tsx'
import type { Option } from './options.tsx'
import { searchText as words } from '../text/search.ts'

/** Keeps a search or a list to one wijk or buurt. Not shown while there is no purpose to search for, nor when the vault has no areas. @param value code of the area, empty for everywhere */
export function AreaFilter({ value, onChange, isLabelHidden = false }: { value: string; onChange: (code: string) => void; isLabelHidden?: boolean }) {
  const { status } = useSession()
  const areas = useAnswer('search.areas', {}, { enabled: status.value?.purpose != null }).value ?? []
  if (areas.length === 0) return null
  const districts = new Map(areas.flatMap(({ code, name, level }) => (level === 'wijk' ? [[code, name]] : [])))
  const options = areas.map(({ code, name, level, district }): Option => ({
    id: code, label: name, description: level === 'wijk' ? words.district : words.neighbourhood(districts.get(district) ?? ''),
  }))
  return (
    <div className="search-area">
      <ComboBox label={words.area} isLabelHidden={isLabelHidden} options={options} value={value === '' ? null : value} onChange={(code) => onChange(code ?? '')} placeholder={words.everywhere} />
    </div>
  )
}
