'use strict'
// Loaded before the application (`-r`): says on stdout when the first window has drawn its <main>.
const { app } = require('electron')

const whenDrawn = `new Promise((resolve) => {
  const look = () => (document.querySelector('main') === null ? setTimeout(look, 1) : requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
  look()
})`

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', () => {
    void window.webContents.executeJavaScript(whenDrawn).then(() => process.stdout.write('drawn\n'))
  })
})
