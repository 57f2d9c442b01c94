import type { Request } from 'express'
import { Person } from './person.ts'

/** Who sent a request, if they are signed in. The cookie is signed, so what it says is what we wrote. */
export const personOf = (request: Request): Person | undefined => Person.safeParse(request.session).data
