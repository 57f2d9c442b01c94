export { createChat } from './chat.ts'
export { type Listening, listen } from './listen.ts'
export { type ChatSettings, settingsFor, settingsFromEnvironment } from './settings.ts'
