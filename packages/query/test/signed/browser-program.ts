// Somebody's program that was meant for a server and is bundled for browsers.
import { createSignedQueryClient } from '@pusherkit/query/signed'

export const client: unknown = createSignedQueryClient({ appId: '1', key: 'k', secret: 's', cluster: 'eu' })
