/** The one copy is beside core's tests. */
export {
  certificates,
  closing,
  never,
  publishTo,
  requestTo,
  serve,
  serveTcp,
} from '../../core/test/transport/support.ts'
