/** Shows that a long step is alive: its name at once, a dot every two seconds, its duration at the end. */
export async function withProgress<T>(title: string, step: () => Promise<T>): Promise<T> {
  const started = Date.now();
  process.stdout.write(`${title} `);
  const dots = setInterval(() => process.stdout.write('.'), 2000);
  try {
    const result = await step();
    process.stdout.write(` ${Math.round((Date.now() - started) / 1000)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write(' failed\n');
    throw error;
  } finally {
    clearInterval(dots);
  }
}
