/** An official test that our client does not pass, and is not meant to. */
export interface ExpectedFailure {
  /** Its full title. */
  readonly test: string
  readonly kind: 'intended difference' | 'reaches into an internal'
  /** Why, in one sentence. */
  readonly reason: string
  /** A part of the message it fails with: failing for another reason is a failure. */
  readonly failure: string
}

type Failures = Readonly<Record<string, string>>

const differ =
  (kind: ExpectedFailure['kind']) =>
  (reason: string, failures: Failures): ExpectedFailure[] =>
    Object.entries(failures).map(([test, failure]) => ({ test, kind, reason, failure }))
const intended = differ('intended difference')
const internal = differ('reaches into an internal')

const NO_THROW = 'expected fn to throw an exception'
const USER_ID = 'but a user id is a string of 1 to 200 of the characters A-Z a-z 0-9 _ - = @ , . ;'
const RENAMED = 'Option encrypted does not exist: it was renamed: write useTLS'
const RAW_MASTER_KEY = 'Option encryptionMasterKey does not exist: its key would be text'
const ONE_OF_TWO =
  'Option cluster contradicts host: a cluster is a host of hosted Pusher. Give one of the two'

const messages: readonly ExpectedFailure[] = [
  ...intended('It throws for the same arguments, and its message also tells the rule and the way out.', {
    'Pusher #authenticateUser should raise an exception if socket id is not a string':
      'socketId is undefined, but a socket id is digits, a dot and digits',
    'Pusher #authenticateUser should raise an exception if socket id is an empty string':
      'socketId is "", but a socket id is digits, a dot and digits',
    'Pusher #authenticateUser should raise an exception if socket id is invalid':
      'socketId is "1.1:", but a socket id is digits, a dot and digits',
    'Pusher #authenticateUser should raise an exception if user data is not a non-null object':
      'userData is undefined, but it tells who signs in',
    "Pusher #authenticateUser should raise an exception if user data doesn't have a valid id field": `userData.id is undefined, ${USER_ID}`,
    'Pusher #authorizeChannel should raise an exception if socket id is not a string':
      'socketId is undefined, but a socket id is digits, a dot and digits',
    'Pusher #authorizeChannel should raise an exception if socket id is an empty string':
      'socketId is "", but a socket id is digits, a dot and digits',
    'Pusher #authorizeChannel should raise an exception if socket id is invalid':
      'socketId is "1.1:", but a socket id is digits, a dot and digits',
    'Pusher #authorizeChannel should raise an exception if channel name is not a string':
      'channel is undefined, but a channel name is a string',
    'Pusher #authorizeChannel should raise an exception if channel name is an empty string':
      'channel is "", but a channel name has at least one character',
    'Pusher constructor attributes should reject `encryptionMasterKeyBase64` which is invalid base64':
      'Option masterKeyBase64 is not base64: it is 32 random bytes as base64',
    'Pusher #createSignedQueryString when signing params should raise an expcetion when overriding the auth_key param':
      'params.auth_key is "NOPE", but the library sets it by itself',
    'Pusher #createSignedQueryString when signing params should raise an expcetion when overriding the auth_timestamp param':
      'params.auth_timestamp is "NOPE", but the library sets it by itself',
    'Pusher #createSignedQueryString when signing params should raise an expcetion when overriding the auth_version param':
      'params.auth_version is "NOPE", but the library sets it by itself',
    'Pusher #createSignedQueryString when signing params should raise an expcetion when overriding the auth_signature param':
      'params.auth_signature is "NOPE", but the library sets it by itself',
  }),
  ...intended('A failed request rejects with a message that tells the request and the answer, unsigned.', {
    'Pusher #get should reject with a RequestError if Pusher responds with 4xx':
      'GET http://api.pusherapp.com/apps/999/test was answered 400: Error',
    'Pusher #post should reject with a RequestError if Pusher responds with 4xx':
      'POST http://api.pusherapp.com/apps/10000/test was answered 403: NOPE',
    'Pusher #trigger should reject with a RequestError if Pusher responds with 4xx':
      'POST http://api.pusherapp.com/apps/1234/events was answered 400: Error',
    'Pusher #get should respect the timeout when specified':
      'GET http://api.pusherapp.com/apps/999/test was not answered within 100 ms',
    'Pusher #post should respect the timeout when specified':
      'POST http://api.pusherapp.com/apps/10000/test was not answered within 100 ms',
    'Pusher #trigger should respect the timeout when specified':
      'POST http://api.pusherapp.com/apps/1234/events was not answered within 100 ms',
  }),
]

const calls: readonly ExpectedFailure[] = [
  ...intended('A method that returns a promise rejects for wrong arguments: it never throws at once.', {
    'Pusher #trigger should throw an error if called with more than 100 channels': NO_THROW,
    'Pusher #trigger should throw an error if channel name is empty': NO_THROW,
    'Pusher #trigger should throw an error if channel name is invalid': NO_THROW,
    'Pusher #trigger should throw an error if channel name is longer than 200 characters': NO_THROW,
    'Pusher #trigger should throw an error if event name is longer than 200 characters': NO_THROW,
    'Pusher #sendToUser should throw an error if user id is empty': NO_THROW,
    'Pusher #sendToUser should throw an error if user id is not a string': NO_THROW,
    'Pusher #sendToUser should throw an error if event name is longer than 200 characters': NO_THROW,
    'Pusher #terminateUserConnections should throw an error if user id is empty': NO_THROW,
    'Pusher #terminateUserConnections should throw an error if user id is not a string': NO_THROW,
  }),
  ...intended('A user id has the characters that the documentation allows.', {
    'Pusher #authenticateUser should return correct authentication signature with utf-8 in user data': `userData.id is "ą§¶™€łü€ß£", ${USER_ID}`,
  }),
  ...intended('authenticate calls authorizeChannel, so that overriding the one changes the other too.', {
    'Pusher #authenticate should be the exactly the same as authorizeChannel':
      'expected [Function: authenticate] to sort of equal [Function: authorizeChannel]',
  }),
  ...internal('It replaces the internal function that publishes, and looks whether that is called.', {
    'Pusher #sendToUser should trigger an event on #server-to-user-{userId}': 'expected false to equal true',
  }),
  ...internal('It replaces post() of the instance, which the other methods do not go through.', {
    'Pusher should call /terminate_connections endpoint': 'expected false to equal true',
  }),
]

const options: readonly ExpectedFailure[] = [
  ...intended('The default is https.', {
    'Pusher constructor attributes should default `useTLS` to false': "expected 'https' to equal 'http'",
  }),
  ...intended("The default is the cluster mt1, hosted Pusher's default.", {
    "Pusher constructor attributes should default `host` to 'api.pusherapp.com'":
      "expected 'api-mt1.pusher.com' to equal 'api.pusherapp.com'",
  }),
  ...intended('A host and a cluster contradict each other: neither wins silently.', {
    'Pusher constructor attributes should have `host` override `cluster`': ONE_OF_TWO,
    'Pusher .forCluster should override the hostname if set in the extra options': ONE_OF_TWO,
  }),
  ...intended('An app id is text, which need not be a number.', {
    'Pusher constructor attributes should support `appId`': "expected '12345' to equal 12345",
    'Pusher .forUrl should set the `appId` attribute': "expected '4321' to equal 4321",
  }),
  ...intended('The secret cannot be read back.', {
    'Pusher constructor attributes should support `token`': "expected undefined to equal 'fedcba0987654321'",
    'Pusher .forUrl should set the `token` attribute': "expected undefined to equal 'def456'",
  }),
  ...intended('Options that were renamed are refused, with a message that names the new one.', {
    'Pusher constructor attributes should support deprecated `encrypted`': RENAMED,
    'Pusher constructor attributes should throw an exception if `useTLS` and `encrypted` are set': RENAMED,
  }),
  ...intended('A master key is given as base64: as text it wastes most of its 32 bytes.', {
    'Pusher constructor attributes should support `encryptionMasterKey` of 32 bytes': RAW_MASTER_KEY,
    'Pusher constructor attributes should reject `encryptionMasterKey` of 31 bytes': RAW_MASTER_KEY,
    'Pusher constructor attributes should reject `encryptionMasterKey` of 33 bytes': RAW_MASTER_KEY,
  }),
  ...internal('It reads a field of pusher.config that cannot be seen from outside.', {
    'Pusher constructor attributes should default `agent` to `undefined`': 'config.agent cannot be seen',
    'Pusher constructor attributes should support `agent`': 'config.agent cannot be seen',
    'Pusher constructor attributes should default `timeout` to `undefined`': 'config.timeout cannot be seen',
    'Pusher constructor attributes should support `timeout`': 'config.timeout cannot be seen',
    'Pusher constructor attributes should support `encryptionMasterKeyBase64` which decodes to 32 bytes':
      'config.encryptionMasterKey cannot be seen',
    'Pusher #webhook should pass the token to the WebHook': 'expected undefined to equal',
  }),
]

const webhooks: readonly ExpectedFailure[] = [
  ...intended('A body is only valid when it is a webhook: an object with time_ms and events.', {
    'WebHook #isBodyValid should return true if content type is `application/json` and body is valid JSON':
      'expected false to equal true',
    'WebHook #getData should return a parsed JSON body': 'Invalid webhook body: time_ms is undefined',
    'WebHook #getTime should return a correct date object': 'Invalid webhook body: events is undefined',
    'WebHook #getEvents should return an array of events': 'Invalid webhook body: time_ms is undefined',
  }),
  ...intended('Its message tells what is wrong with the body.', {
    'WebHook #getData should throw an error if content type is not `application/json`':
      "expected 'Invalid webhook body: its content type is not application/json' to equal 'Invalid WebHook body'",
  }),
  ...intended('An error never holds a signature.', {
    'WebHook #getData should throw an error if body is not valid JSON': "expected undefined to equal 'b00'",
  }),
]

const live: readonly ExpectedFailure[] = [
  ...intended('A failed request rejects with a message that tells the request and the answer, unsigned.', {
    'Pusher (integration) #get /channels/CHANNEL/users should return code 400 for non-presence channels':
      '/channels/CHANNEL/users was answered 400: ',
  }),
]

/** Every official test that does not pass, each for a reason. None of them may be a defect of ours. */
export const expectedFailures: readonly ExpectedFailure[] = [
  ...messages,
  ...calls,
  ...options,
  ...webhooks,
  ...live,
]
