'use strict'
// The least an Electron application can be: one window with an empty page. The measure of a cold start.
const { BrowserWindow, app } = require('electron')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  return window.loadURL('data:text/html,<!doctype html><title>leeg</title><main></main>')
})
