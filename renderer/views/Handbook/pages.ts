/** A page of the handbook: its heading and its text in Markdown, in the order of the file names. */
export interface HandbookPage {
  id: string
  title: string
  text: string
}

const files = import.meta.glob<string>('../../../resources/handbook/*.md', { query: '?raw', import: 'default', eager: true })

/** The pages of `resources/handbook`, each opening with its title as a heading of the first level. */
export const handbookPages: readonly HandbookPage[] = Object.entries(files)
  .toSorted(([a], [b]) => a.localeCompare(b))
  .map(([path, raw]) => {
    const [heading = '', ...rest] = raw.split('\n')
    return { id: path.replace(/^.*\/\d+-|\.md$/g, ''), title: heading.replace(/^#\s*/, ''), text: rest.join('\n').trim() }
  })
