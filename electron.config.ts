import { cpSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname
const at = (...path: string[]): string => join(root, ...path)

/** The engine reads its numbered migrations from the folder beside it. */
function copyMigrations(): Plugin {
  return {
    name: 'copy-migrations',
    writeBundle: () => cpSync(at('electron/engine/store/migrations'), at('out/main/migrations'), { recursive: true }),
  }
}

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      rolldownOptions: {
        input: {
          index: at('electron/main/index.ts'),
          engine: at('electron/engine/index.ts'),
          jobWorker: at('electron/engine/jobs/worker.ts'),
          aheadWorker: at('electron/engine/import/ahead/worker.ts'),
          scoreWorker: at('electron/engine/score/beside/worker.ts'),
          linkWorker: at('electron/engine/link/ahead/worker.ts'),
          shareWorker: at('electron/engine/link/share/worker.ts'),
          legacyWorker: at('electron/engine/import/legacy/worker.ts'),
        },
        // all in one folder: code finds resources/ and migrations/ from where it stands
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
    plugins: [copyMigrations()],
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: { input: { index: at('electron/preload/index.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    build: {
      outDir: at('out/renderer'),
      minify: true,
      modulePreload: { polyfill: false },
      cssCodeSplit: false,
      rolldownOptions: {
        input: { index: at('renderer/index.html') },
        // one file for the unlock screen with all it needs, for every file costs a message; what only one screen needs comes with it
        output: { codeSplitting: { groups: [{ name: 'start', test: /renderer.index\.tsx$/ }] } },
      },
    },
    plugins: [react()],
  },
})
