import '@fontsource-variable/inter/wght.css'
import './parts/tokens.css'
import './parts/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'

/** Draws the window into an element. */
export function mount(root: HTMLElement): void {
  createRoot(root).render(<App />)
}
