import { z } from 'zod'

/** One line of text with something in it. @param limit Most characters. */
export const shortText = (what: string, limit: number): z.ZodType<string> =>
  z
    .string(`${what} is a text.`)
    .trim()
    .min(1, `${what} is missing.`)
    .max(limit, `${what} has more than ${limit} characters.`)
    .regex(/^\P{Cc}*$/u, `${what} is one line of text.`)
