export { createChat } from './chat.ts'
export { type DashboardSettings, dashboardFromEnvironment } from './dashboard/settings.ts'
export { type Listening, listen } from './listen.ts'
export { type ChatSettings, settingsFor, settingsFromEnvironment } from './settings.ts'
