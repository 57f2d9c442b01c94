/** The one copy is beside core's own tests, which cannot import from here: this folder depends on core. */
export {
  certificates,
  closing,
  never,
  publishTo,
  requestTo,
  serve,
  serveTcp,
  type TestServer,
} from '../../packages/core/test/transport/support.ts'
