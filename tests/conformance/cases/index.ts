import type { Case } from '../case.ts'
import { bodySize } from './body-size.ts'
import { bodyText } from './body-text.ts'
import { channelAuth } from './channel-auth.ts'
import { channelAuthBatch } from './channel-auth-batch.ts'
import { channelAuthHook } from './channel-auth-hook.ts'
import { contentTypes } from './content-types.ts'
import { crossOrigin } from './cross-origin.ts'
import { hostileFields } from './hostile-fields.ts'
import { hostileValues } from './hostile-values.ts'
import { methods } from './methods.ts'
import { onNest } from './nest.ts'
import { query } from './query.ts'
import { queryHook } from './query-hook.ts'
import { queryParameters } from './query-parameters.ts'
import { queryPaths } from './query-paths.ts'
import { userAuth } from './user-auth.ts'
import { webhookSignature } from './webhook-signature.ts'
import { webhooks } from './webhooks.ts'
import { webhooksOdd } from './webhooks-odd.ts'
import { withExceptions } from './with-exceptions.ts'

const table: Readonly<Record<string, readonly Case[]>> = {
  'channel authorization': channelAuth,
  'the hook of channel authorization': channelAuthHook,
  'several channels at once': channelAuthBatch,
  'hostile values': hostileValues,
  'hostile fields': hostileFields,
  'posts from other web sites': crossOrigin,
  'content types': contentTypes,
  'bodies by size': bodySize,
  'bodies by content': bodyText,
  'user authentication': userAuth,
  methods,
  webhooks,
  'signatures of webhooks': webhookSignature,
  'odd webhooks': webhooksOdd,
  queries: query,
  'the hook of queries': queryHook,
  'parameters of queries': queryParameters,
  'paths of queries': queryPaths,
}

/** The table, by topic. */
export const topics: Readonly<Record<string, readonly Case[]>> = withExceptions(table, onNest)
