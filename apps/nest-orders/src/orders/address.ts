import { z } from 'zod'
import { shortText } from '../validation/short-text.ts'

/** Where an order goes. */
export const Address = z.object(
  {
    street: shortText('The street', 80),
    city: shortText('The city', 80),
  },
  'The address is missing.',
)
export type Address = z.infer<typeof Address>
