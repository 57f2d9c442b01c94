import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { personOf } from './person-of.ts'

/** Lets only staff pass. It stands behind the `SessionGuard`. */
@Injectable()
export class StaffGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (personOf(context.switchToHttp().getRequest<Request>())?.role === 'staff') return true
    throw new ForbiddenException('This is for staff only.')
  }
}
