// biome-ignore-all format: the documentation's own words
// biome-ignore-all lint: the documentation's own words
// "Fetch subscriber and user counts at the time of batch publish", Node, on the page "HTTP API interaction" of the Pusher Channels documentation, to the letter:
const batch = [
  {
    channel: "my-channel",
    name: "event",
    data: "test1",
    info: "subscription_count",
  },
  {
    channel: "presence-my-channel",
    name: "event",
    data: "test2",
    info: "user_count,subscription_count",
  },
];
pusher
  .triggerBatch(batch)
  .then((response) => {
    if (response.status !== 200) {
      throw Error("unexpected status");
    }
    // Parse the response body as JSON
    return response.json();
  })
  .then((body) => {
    body.batch.forEach((attributes, i) => {
      process.stdout.write(
        `channel: ${batch[i].channel}, name: ${batch[i].name}, subscription_count:${attributes.subscription_count}`
      );
      if ("user_count" in attributes) {
        process.stdout.write(`, user_count: ${attributes.user_count}`);
      }
      process.stdout.write("\n");
    });
  })
  .catch((error) => {
    console.error(error);
  });
