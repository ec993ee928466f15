import 'react'

declare module 'react' {
  /** Custom properties set by parts on their own elements. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined
  }
}
