/** The one row of headings above a plain table; `numeric` stands above figures. */
export function PlainHead({ headings }: { headings: readonly (string | { numeric: string })[] }) {
  return (
    <thead>
      <tr>
        {headings.map((heading) =>
          typeof heading === 'string' ? (
            <th key={heading} scope="col">
              {heading}
            </th>
          ) : (
            <th key={heading.numeric} scope="col" className="numeric">
              {heading.numeric}
            </th>
          ),
        )}
      </tr>
    </thead>
  )
}
