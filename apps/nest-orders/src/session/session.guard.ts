import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common'
import type { Request } from 'express'
import { personOf } from './person-of.ts'

/** Lets only those pass who are signed in. */
@Injectable()
export class SessionGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (personOf(context.switchToHttp().getRequest<Request>())) return true
    throw new UnauthorizedException('Sign in first.')
  }
}
