import { z } from 'zod'
import { shortText } from '../validation/short-text.ts'
import { Role } from './person.ts'

/** What `POST /session` takes. */
export const SignInDto = z.object({ name: shortText('Your name', 30), role: Role })
export type SignInDto = z.infer<typeof SignInDto>
