/** What `--help` prints. */
export const HELP = `pusherkit-emulator: a local Pusher Channels server, for development and tests only

Usage: pusherkit-emulator [options]

  --port    PORT           TCP port, 0 for any free one      (default 6001)
  --host    HOST           address to listen on              (default 127.0.0.1)
  --app     ID:KEY:SECRET  an app to serve; may be repeated  (default app-id:app-key:app-secret)
  --webhook URL            where all events of every app go; may be repeated
  --console-token TOKEN    what the debug console asks for   (default: nothing on loopback, else random)
  --no-console             no debug console at the address that is printed
  --config  FILE           a JSON file with these options and more; the flags above win over it
  --help, -h               print this
  --version, -v            print the version

Examples:

  Serve one app, which guides and samples know, until Ctrl-C:

    pusherkit-emulator

  Serve an app of your own, and tell your server when channels come and go:

    pusherkit-emulator --app 1:my-key:my-secret --webhook http://127.0.0.1:3000/webhooks

  Serve two apps, one of which has switched client events off:

    pusherkit-emulator --config emulator.json

  where emulator.json has the options of startEmulator:

    {
      "port": 6001,
      "apps": [
        { "appId": "1", "key": "key-1", "secret": "secret-1", "clientEvents": false },
        {
          "appId": "2",
          "key": "key-2",
          "secret": "secret-2",
          "limits": { "eventDataBytes": 100000 },
          "webhooks": [{ "url": "http://127.0.0.1:3000/webhooks", "events": ["member_added"] }]
        }
      ]
    }

  All of them are in https://github.com/pusherkit/pusherkit/tree/main/packages/emulator#readme
`
