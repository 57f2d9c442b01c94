// biome-ignore-all format: the documentation's own words
// biome-ignore-all lint: the documentation's own words
// "Publish an event on a single channel", Node, on the page "HTTP API interaction" of the Pusher Channels documentation, to the letter:
const Pusher = require("pusher");

const pusher = new Pusher({
  appId: "APP_ID",
  key: "APP_KEY",
  secret: "APP_SECRET",
  cluster: "APP_CLUSTER",
});

pusher.trigger("my-channel", "my-event", {
  message: "hello world",
});
