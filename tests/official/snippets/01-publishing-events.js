// biome-ignore-all format: the documentation's own words
// biome-ignore-all lint: the documentation's own words
// "Publishing events", Node, on the page "HTTP API interaction" of the Pusher Channels documentation, to the letter:
const Pusher = require("pusher");

const pusher = new Pusher({
  appId: "APP_ID",
  key: "APP_KEY",
  secret: "APP_SECRET",
  cluster: "APP_CLUSTER",
  useTLS: true,
});

pusher.trigger(channels, event, data, socketId).catch((error) => {
  console.log(error);
});
