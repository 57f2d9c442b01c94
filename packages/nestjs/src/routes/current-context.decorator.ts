import { createParamDecorator, type ExecutionContext } from '@nestjs/common'

/** Gives a handler the context that its guards and interceptors see. */
export const CurrentContext: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => context,
)
