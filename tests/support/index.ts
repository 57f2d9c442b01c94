export { authorizedBy, event, JsClient, type JsUser, PusherClient } from './js-client.ts'
