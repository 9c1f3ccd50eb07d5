/** A cheap test that spares most names the look-up in a table that has few. */

/** Whether a name may be one of these, by its first letter and its length. */
export function gateOf(names: Iterable<string>): (name: string) => boolean {
  const lengths = new Uint32Array(ASCII);
  for (const name of names) lengths[name.charCodeAt(0) % ASCII]! |= lengthBit(name);
  return (name) => (lengths[name.charCodeAt(0) % ASCII]! & lengthBit(name)) !== 0;
}

const ASCII = 128;

/** The longest ones share a bit. */
function lengthBit({ length }: string): number {
  return 1 << (length < 31 ? length : 31);
}
