import net, { type AddressInfo, type NetConnectOpts } from 'node:net'

// Preloaded for the official tests of proxies: theirs listens on port 8321 of every interface. Here it gets a free port
// of 127.0.0.1, and who connects to 8321 is led there.

const OFFICIAL_PORT = 8321
let actualPort = OFFICIAL_PORT

const { listen } = net.Server.prototype
Object.assign(net.Server.prototype, {
  listen(this: net.Server, port: number, ready: () => void): net.Server {
    if (port !== OFFICIAL_PORT) throw new Error(`Nobody expected a server on port ${port}`)
    const listening = (): void => {
      actualPort = (this.address() as AddressInfo).port
      ready()
    }
    return Reflect.apply(listen, this, [0, '127.0.0.1', listening])
  },
})

const { connect } = net
Object.assign(net, {
  connect(to: NetConnectOpts | number, ...rest: never[]): net.Socket {
    const redirected = typeof to === 'object' && 'port' in to && to.port === OFFICIAL_PORT
    return Reflect.apply(connect, net, [
      redirected ? { ...to, host: '127.0.0.1', port: actualPort } : to,
      ...rest,
    ])
  },
})
