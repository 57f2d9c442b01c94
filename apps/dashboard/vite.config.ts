import { defineConfig, type UserConfig } from 'vite'
import { pageConfig } from './page-config.ts'

/** Where the chat listens while the page is developed: asked through Vite, so that it is the page's own origin. */
const chat = process.env.CHAT_URL ?? 'http://127.0.0.1:3000'

const config: UserConfig = defineConfig({
  ...pageConfig({ server: process.env.DASHBOARD_SERVER }),
  server: { proxy: { '/pusher': chat, '/dashboard': chat } },
})
export default config
