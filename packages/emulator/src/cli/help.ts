/** What `--help` prints. */
export const HELP = `pusherkit-emulator: a local Pusher Channels server, for development and tests only

Usage: pusherkit-emulator [--host 127.0.0.1] [--port 6001] [--app id:key:secret]

  --host HOST            address to listen on            (default 127.0.0.1)
  --port PORT            TCP port, 0 for any free one    (default 6001)
  --app  ID:KEY:SECRET   an app to serve; may be repeated (default app-id:app-key:app-secret)
  --help, -h             print this
  --version, -v          print the version
`
