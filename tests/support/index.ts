export { event, JsClient, type JsUser, PusherClient } from './js-client.ts'
