export { createChat } from './chat.ts'
export { type ChatSettings, settingsFromEnvironment } from './settings.ts'
