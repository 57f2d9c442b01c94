import { randomUUID } from 'node:crypto'
import { Body, Controller, Delete, Get, Header, HttpCode, Post, Req } from '@nestjs/common'
import { Pusher } from '@pusherkit/core'
import type { Request } from 'express'
import type { Person } from './person.ts'
import { personOf } from './person-of.ts'
import { SignInDto } from './sign-in.dto.ts'

/** Signing in and out. There is no password, as this is a sample: put your own sign-in here. */
@Controller('session')
export class SessionController {
  constructor(private readonly pusher: Pusher) {}

  @Get()
  @Header('cache-control', 'no-store')
  show(@Req() request: Request): { readonly me: Person | null } {
    return { me: personOf(request) ?? null }
  }

  @Post()
  signIn(@Req() request: Request, @Body({ schema: SignInDto }) { name, role }: SignInDto): Person {
    const person = { id: randomUUID(), name, role }
    request.session = person
    return person
  }

  @Delete()
  @HttpCode(204)
  async signOut(@Req() request: Request): Promise<void> {
    const person = personOf(request)
    request.session = null
    // In all tabs of this browser.
    if (person) await this.pusher.terminateUserConnections(person.id)
  }
}
