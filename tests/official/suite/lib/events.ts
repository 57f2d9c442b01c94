// One official test replaces this internal function to see it called. We have no such module.
const events = { trigger: (): void => {} }

export { events as 'module.exports' }
