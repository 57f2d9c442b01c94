import express, { Router } from 'express'

const MAX_NAME = 40
const MAX_TEXT = 2_000

/** `POST /messages`: publishes a message to every tab but the one that wrote it, which shows it by itself. */
export const messages: Router = Router()

messages.post('/', express.json(), async (req, res) => {
  const { name, text, socket_id } = req.body ?? {}
  if (!isText(name, MAX_NAME) || !isText(text, MAX_TEXT)) {
    res
      .status(400)
      .json({ error: `A message has a name (1–${MAX_NAME} characters) and a text (1–${MAX_TEXT}).` })
    return
  }
  const message = { name: name.trim(), text: text.trim(), at: Date.now() }
  await req.pusher.trigger('chat', 'message', message, { socket_id })
  res.status(201).json(message)
})

const isText = (value: unknown, maxLength: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= maxLength
