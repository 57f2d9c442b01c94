/** The app of the signature examples in Pusher's documentation: the signatures in the table are literal. */
export const APP = {
  appId: '1',
  key: '278d425bdf160c739803',
  secret: '7ad3773142a6692b25b8',
} as const

/** The key before the last rotation. */
export const OLD_TOKEN = { key: 'old-key', secret: 'old-secret' } as const

/** 32 times 1, in base64. */
export const MASTER_KEY = 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE='

/** What hooks throw: no answer may hold it. */
export const CAUSE = 'the password of the database'
