// biome-ignore-all format: the documentation's own words
// biome-ignore-all lint: the documentation's own words
// "Querying application state", Node, on the page "HTTP API interaction" of the Pusher Channels documentation, to the letter:
const res = await pusher.get({ path, params });
