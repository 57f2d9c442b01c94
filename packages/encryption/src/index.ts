/**
 * End-to-end encrypted channels for `@pusherkit/core`: `new Pusher({ …, encryption: createEncryption({ masterKeyBase64 }) })`.
 *
 * @module
 */
export { createEncryption, type EncryptionOptions } from './create-encryption.ts'
