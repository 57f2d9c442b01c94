import { Module } from '@nestjs/common'
import { CatalogueController } from './catalogue.controller.ts'

/** What can be ordered. */
@Module({ controllers: [CatalogueController] })
export class CatalogueModule {}
