/** The names of the messages between the window and the main process; only the preload and the main process use them. */
export const channels = {
  ask: 'engine:ask',
  cancel: 'engine:cancel',
  event: 'engine:event',
  chooseFiles: 'shell:choose-files',
  chooseSave: 'shell:choose-save',
  chooseFolder: 'shell:choose-folder',
  grantDropped: 'shell:grant-dropped',
  recentVaults: 'shell:recent-vaults',
  chooseTheme: 'shell:choose-theme',
  reveal: 'shell:reveal',
  setFullScreen: 'shell:set-full-screen',
} as const

/** Words on the command line of the window's process that tell the preload what it runs in. */
export const runtimeArguments = { version: '--signaal-version=', testRuntime: '--signaal-testruntime', theme: '--signaal-thema=' } as const
