/** IPython's own syntax, which is not Python: magics, shell lines and help. */

/** The text with such lines replaced by as many spaces, so that offsets stay. Cell magics of other languages blank all. */
export function blankMagics(text: string): string {
  const cell = /^\s*%%(\w+)[ \t]*([^\n]*)/.exec(text);
  if (cell && OTHER_LANGUAGE.test(cell[1]!) && !cell[2]!.trimEnd().endsWith('.py')) return blank(text);
  if (!/^[ \t]*[%!?]|\?[ \t]*$|=[ \t]*[!%]/m.test(text)) return text;
  let continued = false;
  return text.replace(/^[^\n]*$/gm, (line) => {
    const magic = continued || /^[ \t]*(?:[%!?]|[\w.]+\?{1,2}[ \t]*$)/.test(line);
    continued = magic && /\\[ \t]*$/.test(line);
    if (magic) return blank(line);
    return line.replace(
      /(=[ \t]*)([!%][^=].*)$/,
      (_, lead: string, rest: string) => `${lead}0${' '.repeat(rest.length - 1)}`,
    );
  });
}

/** Cell magics whose cell is no Python; others, as `%%backend jax`, run the Python below them. */
const OTHER_LANGUAGE =
  /^(?:ba|z|c)?sh$|^(?:cmd|system|sx|script|html|javascript|js|latex|markdown|svg|css|(?:write)?file|perl|ruby|r|julia|sql|bigquery|cypher|cython|cpp|c|cu|mermaid|dot|ai|prompt)$/i;

function blank(text: string): string {
  return text.replace(/[^\n\r]/g, ' ');
}
