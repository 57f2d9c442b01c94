/** Where hosts mount the handlers unless told otherwise. The first two are what pusher-js asks by default. */
export const DEFAULT_PATHS = {
  auth: '/pusher/auth',
  userAuth: '/pusher/user-auth',
  webhooks: '/pusher/webhooks',
  query: '/pusher/query',
} as const
