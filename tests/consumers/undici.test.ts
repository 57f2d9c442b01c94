import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProject, type Project } from './project.ts'

/** Publishes with a framework's own client, and prints how many requests undici sent. */
const counting = (makeClient: string): string => `
  import { subscribe } from 'node:diagnostics_channel'
  import { startEmulator } from '@pusherkit/emulator'
  let sent = 0
  subscribe('undici:request:create', () => { sent++ })
  const emulator = await startEmulator()
  const options = emulator.serverOptions()
  ${makeClient}
  await client.trigger('my-channel', 'my-event', { hello: 'world' })
  console.log(emulator.requests.length, sent)
  await emulator.close()`

const express = `
  import { pusher } from '@pusherkit/express'
  const request = {}
  pusher(options)(request, {}, () => {})
  const client = request.pusher`

const nest = `
  import 'reflect-metadata'
  import { NestFactory } from '@nestjs/core'
  import { Pusher } from '@pusherkit/core'
  import { PusherModule } from '@pusherkit/nestjs'
  const app = await NestFactory.createApplicationContext(PusherModule.forRoot(options), { logger: false })
  const client = app.get(Pusher)`

const NEST = ['@nestjs/common', '@nestjs/core', 'reflect-metadata', 'rxjs']
const installed = { 'packages/nestjs': NEST, 'tests/consumers': ['express', 'undici', 'ws'] }

describe.each([
  ['with @pusherkit/undici', ['undici'], 1],
  ['without it', [], 0],
] as const)('the frameworks, %s', (_name, extra, requests) => {
  let project: Project
  beforeAll(async () => {
    project = await createProject(['core', 'express', 'nestjs', 'emulator', ...extra], installed)
  }, 60_000)
  afterAll(() => project?.remove())

  test.each([
    ['Express', express],
    ['Nest', nest],
  ])(`%s sends ${requests} of its requests by undici`, async (framework, makeClient) => {
    await project.write(`${framework}.mjs`, counting(makeClient))
    expect(await project.node(`${framework}.mjs`)).toBe(`1 ${requests}`)
  })
})
