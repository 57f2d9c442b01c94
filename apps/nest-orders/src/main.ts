// The application by itself. SIGINT and SIGTERM end it with 0, once every request is answered and every event published.
import { createApp } from './app.ts'
import { settingsFromEnvironment } from './settings/settings-from-environment.ts'

const settings = settingsFromEnvironment(process.env)
const app = await createApp(settings)
app.enableShutdownHooks(['SIGINT', 'SIGTERM'], { useProcessExit: true })
await app.listen(settings.port, '127.0.0.1')
console.log(`orders ${await app.getUrl()}`)
