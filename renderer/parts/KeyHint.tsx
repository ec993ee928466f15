import './KeyHint.css'

/** Keys as they stand on the keyboard, parted by spaces: `Ctrl K`. For the eye only; the label of its button says the rest. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className="keyhint" aria-hidden>
      {keys.split(' ').map((key) => (
        // drawn by the style, so that what stands in a button is what it is called
        <kbd key={key} data-key={key} />
      ))}
    </span>
  )
}
