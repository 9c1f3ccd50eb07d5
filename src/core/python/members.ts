/** What names after a dot mean, by what is before the dot. */
import { memberRef } from './attributes.ts';
import { mentionOf } from '../engine.ts';
import { classOfAttribute } from './classNames.ts';
import { foundMeaning, type Meaning, type Understanding } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { instanceMeaning } from './names.ts';
import { conventionalMeaning, distinctiveMeaning, likelyMeaning, partMeaning } from './ownNames.ts';
import type { Ref } from './refs.ts';

/** The member `text` of what `owner` stands for. */
export function memberOfOwner(reading: Reading, owner: Ref | undefined, text: string): Understanding {
  const { members } = reading.meanings;
  const last = members.get(text);
  for (let known = last; known; known = known.next) if (known.owner === owner) return known;
  const ref = memberRef(reading.program, owner, text);
  const next = last && last.owners >= MOST_OWNERS ? undefined : last;
  const owners = (next?.owners ?? 0) + 1;
  const member = { ref, meaning: memberMeaning(reading, owner, ref, text), owner, next, owners };
  members.set(text, member);
  return member;
}

/** More owners are forgotten, so that looking for one stays quick. */
const MOST_OWNERS = 16;

/** What the member means, given what it stands for. */
export function memberMeaning(
  reading: Reading,
  owner: Ref | undefined,
  ref: Ref | undefined,
  text: string,
): Meaning | undefined {
  const { engine } = reading;
  if (ref?.kind === 'name') {
    const found = engine.catalogue.named(ref.path);
    const known = found && foundMeaning(engine, found, 'symbol');
    return (
      known ??
      distinctiveMeaning(reading, text) ??
      ofLibrary(reading, ref.path, text) ??
      partMeaning(reading, text)
    );
  }
  if (ref?.kind === 'member') return foundMeaning(engine, ref.found, 'member');
  if (owner?.kind === 'instance') {
    const found = engine.catalogue.member(owner.type, text);
    const meaning = found && foundMeaning(engine, found, 'member');
    if (meaning) return meaning;
    const setting = owner.assumed ? undefined : settingMeaning(reading, owner.type, text);
    if (setting) return setting;
  }
  if (owner?.kind === 'foreign' || ref?.kind === 'foreign') return undefined;
  if (ref?.kind === 'instance') return instanceMeaning(reading, ref, text);
  const own = distinctiveMeaning(reading, text) ?? conventionalMeaning(reading, text);
  const made = own ? undefined : classOfAttribute(reading.program, owner, ref, text);
  return (
    own ??
    (made === undefined ? undefined : conventionalMeaning(reading, made)) ??
    likelyMeaning(reading, text)
  );
}

/** What a library has without an entry, by its name: of a library about machine learning at large no everyday word. */
function ofLibrary(reading: Reading, path: string, text: string): Meaning | undefined {
  const { catalogue } = reading.engine;
  if (catalogue.distinctiveArguments.has(text)) return undefined;
  if (catalogue.aboutOf(path) !== 'nlp' && !/[A-Z_]/.test(text)) return undefined;
  return conventionalMeaning(reading, text, true);
}

/** A setting read again, by the argument of the constructor that gave it: `training_args.seed`. */
function settingMeaning({ engine }: Reading, type: string, text: string): Meaning | undefined {
  const { catalogue } = engine;
  const owner = catalogue.named(type);
  const argument = owner?.isClass ? catalogue.argument(owner, text) : undefined;
  if (!argument) return undefined;
  const api = catalogue.filled(argument);
  const mention = mentionOf(engine, catalogue.concepts(argument), { by: 'member', api });
  return mention && { mention };
}
