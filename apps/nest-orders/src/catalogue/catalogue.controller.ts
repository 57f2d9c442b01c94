import { Controller, Get } from '@nestjs/common'
import { PRODUCTS, type Product } from './products.ts'

/** `GET /products`: what can be ordered. */
@Controller('products')
export class CatalogueController {
  @Get()
  list(): readonly Product[] {
    return PRODUCTS
  }
}
