import { Body, Controller, Get, Header, Param, Post, UseGuards } from '@nestjs/common'
import { Me } from '../session/me.decorator.ts'
import type { Person } from '../session/person.ts'
import { SessionGuard } from '../session/session.guard.ts'
import type { Address } from './address.ts'
import { MoveOrderDto } from './move-order.dto.ts'
import { type OrderView, toOrderView } from './order-view.ts'
import { OrdersService } from './orders.service.ts'
import { PlaceOrderDto } from './place-order.dto.ts'

/** Orders, for those who are signed in: customers see their own, staff see all. */
@Controller('orders')
@UseGuards(SessionGuard)
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  /** With the addresses, as nobody is in between here. */
  @Get()
  @Header('cache-control', 'no-store')
  list(@Me() me: Person): readonly (OrderView & { readonly address: Address })[] {
    return this.orders.visibleTo(me).map((order) => ({ ...toOrderView(order), address: order.address }))
  }

  @Post()
  place(@Me() me: Person, @Body({ schema: PlaceOrderDto }) order: PlaceOrderDto): OrderView {
    return toOrderView(this.orders.place(me, order))
  }

  @Post(':id/moves')
  move(
    @Param('id') id: string,
    @Me() me: Person,
    @Body({ schema: MoveOrderDto }) { to }: MoveOrderDto,
  ): OrderView {
    return toOrderView(this.orders.move(id, to, me))
  }
}
