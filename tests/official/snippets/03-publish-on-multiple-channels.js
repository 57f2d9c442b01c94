// biome-ignore-all format: the documentation's own words
// biome-ignore-all lint: the documentation's own words
// "Publish an event on multiple channels", Node, on the page "HTTP API interaction" of the Pusher Channels documentation, to the letter:
const Pusher = require("pusher");

const pusher = new Pusher({
  appId: "APP_ID",
  key: "APP_KEY",
  secret: "APP_SECRET",
  cluster: "APP_CLUSTER",
});

const channels = ["my-channel-1", "my-channel-2", "my-channel-3"];
pusher.trigger(channels, "my-event", {
  message: "hello world",
});
