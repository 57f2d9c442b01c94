export { type AppOptions, createApp } from './app.ts'
export type { ClientSettings, Settings } from './settings/settings.ts'
export { settingsFor } from './settings/settings-for.ts'
export { settingsFromEnvironment } from './settings/settings-from-environment.ts'
