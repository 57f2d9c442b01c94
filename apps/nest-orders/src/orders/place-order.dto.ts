import { z } from 'zod'
import { PRODUCTS } from '../catalogue/products.ts'
import { Address } from './address.ts'

const QUANTITY = 'A quantity is a number from 1 to 20.'

/** What `POST /orders` takes. */
export const PlaceOrderDto = z.object({
  lines: z
    .array(
      z.object({
        product: z.enum(
          PRODUCTS.map(({ id }) => id),
          'There is no such product.',
        ),
        quantity: z.int(QUANTITY).min(1, QUANTITY).max(20, QUANTITY),
      }),
      'Pick something first.',
    )
    .min(1, 'Pick something first.')
    .max(PRODUCTS.length, 'Name each product once.'),
  address: Address,
})
export type PlaceOrderDto = z.infer<typeof PlaceOrderDto>
