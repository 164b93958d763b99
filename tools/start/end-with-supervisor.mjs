// Loaded into every program of the product before its own code. A supervisor that is killed cannot stop its programs, but the channel to
// it breaks, and then they end as if they had been asked to.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref(); // listening must not keep a program alive that has nothing else to do
}
