// biome-ignore-all format: the documentation's own words
// biome-ignore-all lint: the documentation's own words
// "Publishing batches of events", Node, on the page "HTTP API interaction" of the Pusher Channels documentation, to the letter:
const events = [
  {
    channel: "my-channel-1",
    name: "my-event-1",
    data: { message: "hello world" },
  },
  {
    channel: "my-channel-2",
    name: "my-event-2",
    data: { message: "hello another world" },
  },
];

pusher.triggerBatch(events);
