import '@fontsource-variable/inter/wght.css'
import './parts/tokens.css'
import './parts/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { restoreTheme } from './lib/theme.ts'

/** Draws the window into an element. */
export function mount(root: HTMLElement): void {
  restoreTheme()
  createRoot(root).render(<App />)
}
