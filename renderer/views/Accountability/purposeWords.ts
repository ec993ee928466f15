const files = import.meta.glob<readonly { id: string; label: string }[]>('../../../resources/purposes.json', { import: 'default', eager: true })

/** The words of every purpose there is, also of those for other roles: the log holds their ids. */
export const purposeWords: ReadonlyMap<string, string> = new Map(
  Object.values(files)
    .flat()
    .map(({ id, label }) => [id, label]),
)
