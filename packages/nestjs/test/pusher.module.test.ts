import { Injectable, Module } from '@nestjs/common'
import { ConfigModule, ConfigService } from '@nestjs/config'
import { Test } from '@nestjs/testing'
import { Pusher, type PusherOptions } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import {
  getPusherToken,
  InjectPusher,
  PusherModule,
  type PusherModuleOptions,
  type PusherOptionsFactory,
} from '@pusherkit/nestjs'
import { event, JsClient } from '@pusherkit/tests-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from './support/apps.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

const OPTIONS = { appId: '1', key: 'key-1', secret: 'secret-1', cluster: 'eu' }

@Injectable()
class Orders {
  constructor(readonly pusher: Pusher) {}
}

describe('forRoot', () => {
  test('injects a Pusher by its class, and it publishes', async () => {
    await using app = await serve({
      imports: [PusherModule.forRoot(emulator.serverOptions())],
      providers: [Orders],
    })
    using client = new JsClient(emulator)
    const received = event(await client.subscribe('orders'), 'created')
    await app.nest.get(Orders).pusher.trigger('orders', 'created', { id: 7 })
    expect(await received).toEqual({ id: 7 })
  })

  test('keeps named clients apart', async () => {
    @Injectable()
    class Both {
      constructor(
        readonly main: Pusher,
        @InjectPusher('billing') readonly billing: Pusher,
      ) {}
    }
    const app = await Test.createTestingModule({
      imports: [
        PusherModule.forRoot(OPTIONS),
        PusherModule.forRoot({ ...OPTIONS, name: 'billing', key: 'key-2' }),
      ],
      providers: [Both],
    }).compile()
    expect([app.get(Both).main.key, app.get(Both).billing.key]).toEqual(['key-1', 'key-2'])
    expect(app.get(getPusherToken('billing'))).toBe(app.get(Both).billing)
  })

  test.each([
    [{ name: '' }, "Option name is '', but it is a text that is not empty"],
    [{ name: 5 }, 'Option name is 5, but it is a text that is not empty'],
    [
      { routes: null },
      'Option routes is null, but it is an object with some of path, version, auth, userAuth, ',
    ],
    [{ routes: { path: 5 } }, 'Option routes.path is 5, but it is a path such as "/realtime"'],
    [
      { routes: { authorization: {} } },
      'Option routes.authorization does not exist: in routes there are path, ',
    ],
  ])('refuses %j where it is declared', (extras, message) => {
    const options = { ...OPTIONS, ...extras } as PusherModuleOptions
    expect(() => PusherModule.forRoot(options)).toThrow(message)
  })

  test('is for the modules that import it, unless it is global', async () => {
    @Module({ providers: [Orders] })
    class Feature {}
    const of = (isGlobal: boolean) =>
      Test.createTestingModule({
        imports: [PusherModule.forRoot({ ...OPTIONS, isGlobal }), Feature],
      }).compile()
    expect((await of(true)).get(Orders).pusher.key).toBe('key-1')
    await expect(of(false)).rejects.toThrow(/resolve dependencies of .*Orders/)
  })

  test.each([
    [{ ...OPTIONS, secret: '' }, 'Option secret is empty'],
    [{ ...OPTIONS, routs: {} }, 'Option routs does not exist'],
    [undefined, 'Option appId'],
    [{ ...OPTIONS, routes: { auth: {} } }, 'Option authorize is undefined'],
  ])('wrong options stop the application at its start: %#', async (options, message) => {
    const imports = [PusherModule.forRoot(options as unknown as PusherOptions)]
    await expect(Test.createTestingModule({ imports }).compile()).rejects.toThrow(message)
  })
})

describe('forRootAsync', () => {
  test('takes options of a factory, e.g. from a ConfigService', async () => {
    const app = await Test.createTestingModule({
      imports: [
        PusherModule.forRootAsync({
          imports: [ConfigModule.forRoot({ ignoreEnvFile: true, load: [() => ({ pusher: OPTIONS })] })],
          inject: [ConfigService],
          useFactory: (config: ConfigService) => config.getOrThrow('pusher'),
        }),
      ],
      providers: [Orders],
    }).compile()
    expect(app.get(Orders).pusher.key).toBe('key-1')
  })

  @Injectable()
  class Options implements PusherOptionsFactory {
    createPusherOptions(): PusherOptions {
      return OPTIONS
    }
  }
  @Module({ providers: [Options], exports: [Options] })
  class OptionsModule {}

  test.each([
    ['useClass', { useClass: Options }],
    ['useExisting', { useExisting: Options, imports: [OptionsModule] }],
  ])('takes options of a class: %s', async (_kind, from) => {
    const app = await Test.createTestingModule({
      imports: [PusherModule.forRootAsync({ ...from, name: 'billing', isGlobal: true })],
      providers: [
        { provide: 'key', useFactory: (pusher: Pusher) => pusher.key, inject: [getPusherToken('billing')] },
      ],
    }).compile()
    expect(app.get('key')).toBe('key-1')
  })

  test('wrong options of a factory stop the application at its start', async () => {
    const imports = [PusherModule.forRootAsync({ useFactory: () => ({ ...OPTIONS, secret: '' }) })]
    await expect(Test.createTestingModule({ imports }).compile()).rejects.toThrow('Option secret is empty')
  })
})

describe('when the application ends', () => {
  test.each([
    ['close', (end: () => void) => ({ close: end })],
    ['Symbol.asyncDispose', (end: () => void) => ({ [Symbol.asyncDispose]: end })],
  ])('a transport is closed by its %s', async (_name, closer) => {
    let closed = 0
    const transport = Object.assign(
      async () => ({ status: 200, headers: {}, body: '{}' }),
      closer(() => {
        closed++
      }),
    )
    const app = await serve({ imports: [PusherModule.forRoot({ ...OPTIONS, transport })] })
    expect(closed).toBe(0)
    await app.nest.close()
    expect(closed).toBe(1)
  })
})
