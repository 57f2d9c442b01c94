// biome-ignore-all format: the documentation's own words
// biome-ignore-all lint: the documentation's own words
// "Application channels", Node, on the page "HTTP API interaction" of the Pusher Channels documentation, to the letter:
const res = await pusher.get({ path: "/channels" });
if (res.status === 200) {
  const body = await res.json();
  const channelsInfo = body.channels;
}
