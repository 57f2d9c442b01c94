import { Inject, type InjectionToken, type Type } from '@nestjs/common'

/**
 * Says what Nest gives to a class's constructor, as `@Inject` on its parameters does. Our classes carry no decorators,
 * so that the sources run wherever types can be stripped.
 */
export function injectInto(target: Type, ...tokens: readonly InjectionToken[]): void {
  for (const [index, token] of tokens.entries()) Inject(token)(target, undefined, index)
}
