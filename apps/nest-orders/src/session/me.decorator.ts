import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Request } from 'express'
import { personOf } from './person-of.ts'

/** Who sent the request, where the `SessionGuard` let it pass. */
export const Me: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => personOf(context.switchToHttp().getRequest<Request>()),
)
