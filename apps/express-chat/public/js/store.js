/** All that this page knows. */
export const store = {
  me: undefined,
  /** The id of who may remove people. */
  host: undefined,
  /** What `GET /state` tells. */
  rooms: [],
  /** Who is in the lobby: id → name. */
  people: new Map(),
  /** By the id of the room, or of the other user. */
  conversations: new Map(),
  /** The id of the conversation that is shown. */
  current: 'lobby',
}

const changes = new EventTarget()

/** The parts of the page show themselves again when something changed. */
export const onChange = (show) => changes.addEventListener('change', show)
export const changed = () => changes.dispatchEvent(new Event('change'))
