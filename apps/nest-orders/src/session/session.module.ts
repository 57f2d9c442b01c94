import { Module } from '@nestjs/common'
import { SessionController } from './session.controller.ts'

/** Who is who. */
@Module({ controllers: [SessionController] })
export class SessionModule {}
