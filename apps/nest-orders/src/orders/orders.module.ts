import { Module } from '@nestjs/common'
import { AudienceModule } from '../audience/audience.module.ts'
import { OrdersController } from './orders.controller.ts'
import { OrdersService } from './orders.service.ts'

/** What the shop does. */
@Module({ imports: [AudienceModule], providers: [OrdersService], controllers: [OrdersController] })
export class OrdersModule {}
