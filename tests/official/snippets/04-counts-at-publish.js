// biome-ignore-all format: the documentation's own words
// biome-ignore-all lint: the documentation's own words
// "Fetch subscriber and user counts at the time of publish", Node, on the page "HTTP API interaction" of the Pusher Channels documentation, to the letter:
const Pusher = require("pusher");

const pusher = new Pusher({
  appId: "APP_ID",
  key: "APP_KEY",
  secret: "APP_SECRET",
  cluster: "APP_CLUSTER",
});

const attributes = "subscription_count,user_count";
const res = await pusher.trigger(
  channels,
  "my-event",
  {
    message: "hello world",
  },
  {
    info: attributes,
  }
);

if (res.status === 200) {
  const body = await res.json();
  const channelsInfo = body.channels;
}
