import { z } from 'zod'

/** What somebody is here. */
export const Role = z.enum(['customer', 'staff'], 'You are a customer or staff.')
export type Role = z.infer<typeof Role>

/** Somebody who is signed in. The cookie holds all of it. */
export const Person = z.object({ id: z.uuid(), name: z.string(), role: Role })
export type Person = z.infer<typeof Person>
