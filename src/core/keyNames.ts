/** A keybinding of package.json as people read it: `ctrl+k l` is `Ctrl+K L`. */
export function keyNames(keys: string): string {
  return keys.replace(/[a-z0-9]+/gi, (key) => key.charAt(0).toUpperCase() + key.slice(1));
}
