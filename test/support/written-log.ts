/** Takes down what the process writes to its log from now on, and shows none of it. Call it before the application starts. */
export function writtenLog(): { lines(): string[]; stop(): void } {
  let written = '';
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = (data: string | Uint8Array) => {
    written += typeof data === 'string' ? data : Buffer.from(data).toString();
    return true;
  };
  return {
    lines: () => written.split('\n').filter(Boolean),
    stop: () => void (stdout.write = write),
  };
}
