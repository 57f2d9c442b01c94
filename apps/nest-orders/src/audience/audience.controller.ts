import { Controller, Get, Header, UseGuards } from '@nestjs/common'
import { SessionGuard } from '../session/session.guard.ts'
import { StaffGuard } from '../session/staff.guard.ts'
import { Audience, type AudienceView } from './audience.ts'

/** `GET /audience`: who is listening, for staff. */
@Controller('audience')
@UseGuards(SessionGuard, StaffGuard)
export class AudienceController {
  constructor(private readonly audience: Audience) {}

  @Get()
  @Header('cache-control', 'no-store')
  show(): AudienceView {
    return this.audience.view()
  }
}
