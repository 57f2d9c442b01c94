import { BadRequestException, StandardSchemaValidationPipe } from '@nestjs/common'

/** Checks what `@Body({ schema })` takes, and answers 400 with a sentence for the person at the page. */
export const createValidationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => new BadRequestException(issues[0]?.message),
  })
