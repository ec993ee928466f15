import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig } from 'vite'

const here = import.meta.dirname

/** Builds the gallery as the product is built, so that pictures show what ships. */
export default defineConfig({
  root: here,
  base: './',
  plugins: [react()],
  build: { outDir: join(here, '../../../.cache/gallery'), emptyOutDir: true, modulePreload: { polyfill: false } },
})
