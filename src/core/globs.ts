/** Globs over model and data set ids: `bert-*` whatever the organisation in front, `org/name-*` only with that one. */

/** Whether an id is matched. Case does not count. */
export function globTest(glob: string): (id: string) => boolean {
  const source = glob
    .toLowerCase()
    .replace(/[.+^$()|[\]\\{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const any = glob.includes('/') ? '.*' : '[^/]*';
  const regex = new RegExp(`^${glob.includes('/') ? '' : '(?:[^/]*/)?'}${source.replaceAll('.*', any)}$`);
  return (id) => regex.test(id.toLowerCase());
}

/** The first thing with a glob that matches; most ids are told by their first letters that nothing does. */
export function globIndex<T extends { readonly match: readonly string[] }>(
  things: readonly T[],
): (id: string) => T | undefined {
  interface Entry {
    readonly order: number;
    readonly test: (id: string) => boolean;
    readonly thing: T;
  }
  const byStart = new Map<string, Entry[]>();
  let order = 0;
  for (const thing of things) {
    for (const glob of thing.match) {
      const start = /^[^*?]{0,2}/.exec(glob.toLowerCase())![0].padEnd(2).slice(0, 2);
      const key = start.includes(' ') ? '' : start;
      const list = byStart.get(key) ?? [];
      list.push({ order: order++, test: globTest(glob), thing });
      byStart.set(key, list);
    }
  }
  return (id) => {
    const whole = id.slice(0, 2).toLowerCase();
    const bare = id
      .slice(id.indexOf('/') + 1)
      .slice(0, 2)
      .toLowerCase();
    let best: Entry | undefined;
    for (const key of new Set([whole, bare, ''])) {
      const found = byStart.get(key)?.find(({ order: at, test }) => (!best || at < best.order) && test(id));
      if (found) best = found;
    }
    return best?.thing;
  };
}
