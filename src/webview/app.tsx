/** The page as a whole: where one is, where one was, and the view of that place. */
import type { JSX } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import type { Lang } from '../core/concept.ts';
import { readPlace } from '../core/messages.ts';
import type { ConceptEntry, HostMessage, Place } from '../core/messages.ts';
import { Browse } from './browse.tsx';
import { ConceptView } from './concept.tsx';
import { Explore } from './explore.tsx';
import { keep, kept, listen, post } from './host.ts';
import { say } from './phrases.ts';
import { Practice } from './practice/practice.tsx';
import { ProgressView } from './practice/progress.tsx';

/** What every view is given. */
export interface View {
  readonly base: Base;
  readonly lang: Lang;
  readonly go: (place: Place) => void;
  /** Returns to the place before, or to the start. */
  readonly back: () => void;
}

/** What the extension sends at the start. */
export interface Base extends Omit<Extract<HostMessage, { type: 'start' }>, 'type' | 'lang'> {
  readonly byId: ReadonlyMap<string, ConceptEntry>;
}

/** The root component. */
export function App(): JSX.Element {
  const [state, act] = useReducer(step, undefined, startState);
  useEffect(() => {
    const stop = listen(act);
    post({ type: 'ready' });
    return stop;
  }, []);
  useEffect(() => keep({ trail: state.trail.slice(-LONGEST_TRAIL), ahead: [] }), [state.trail]);

  const { base, lang, trail, ahead } = state;
  if (!base) return <p class="quiet">{say('loading', lang)}</p>;
  const place = trail.at(-1) ?? HOME;
  const go = (to: Place) => act({ type: 'go', place: to });
  const back = () => (trail.length > 1 ? act({ type: 'back' }) : go(HOME));
  const view: View = { base, lang, go, back };
  return (
    <>
      <nav class="bar" aria-label="NLP Lens">
        <IconButton
          icon="‹"
          label={say('back', lang)}
          disabled={trail.length < 2}
          onClick={() => act({ type: 'back' })}
        />
        <IconButton
          icon="›"
          label={say('forward', lang)}
          disabled={ahead.length === 0}
          onClick={() => act({ type: 'forward' })}
        />
        <Tab label={say('browse', lang)} current={place.view === 'browse'} onClick={() => go(HOME)} />
        <Tab
          label={say('practice', lang)}
          current={place.view === 'practice'}
          onClick={() => go({ view: 'practice', concepts: [] })}
        />
        <Tab
          label={say('progress', lang)}
          current={place.view === 'progress'}
          onClick={() => go({ view: 'progress' })}
        />
        <span class="grow" />
        <button
          class="language"
          lang={lang === 'en' ? 'es' : 'en'}
          title={say('switchLanguage', lang)}
          aria-label={say('switchLanguage', lang)}
          onClick={() => post({ type: 'setLanguage', lang: lang === 'en' ? 'es' : 'en' })}
        >
          <span class={lang === 'es' ? 'on' : ''}>es</span> |{' '}
          <span class={lang === 'en' ? 'on' : ''}>en</span>
        </button>
      </nav>
      {state.problem && (
        <p class="problem" role="alert">
          {state.problem}
        </p>
      )}
      <main lang={lang}>
        {place.view === 'concept' ? (
          <ConceptView key={`${place.id} ${lang}`} {...view} id={place.id} />
        ) : place.view === 'practice' ? (
          <Practice key={`${place.concepts.join()} ${lang}`} {...view} concepts={place.concepts} />
        ) : place.view === 'progress' ? (
          <ProgressView {...view} />
        ) : place.view === 'explore' ? (
          <Explore
            key={`${place.explorable} ${JSON.stringify(place.values)} ${lang}`}
            {...view}
            place={place}
          />
        ) : (
          <Browse {...view} query={place.view === 'browse' ? place.query : ''} />
        )}
      </main>
    </>
  );
}

interface State {
  readonly base?: Base;
  readonly lang: Lang;
  /** Places in the order they were visited; the last is the current one. */
  readonly trail: readonly Place[];
  readonly ahead: readonly Place[];
  readonly problem?: string;
}

type Action = HostMessage | { readonly type: 'back' } | { readonly type: 'forward' };

const HOME: Place = { view: 'browse', query: '' };
const LONGEST_TRAIL = 50;

function startState(): State {
  const before = kept();
  const trail =
    typeof before === 'object' && before !== null && 'trail' in before && Array.isArray(before.trail)
      ? before.trail.map(readPlace)
      : [];
  return {
    lang: document.documentElement.lang === 'es' ? 'es' : 'en',
    trail: trail.length > 0 ? trail : [HOME],
    ahead: [],
  };
}

function step(state: State, action: Action): State {
  switch (action.type) {
    case 'start': {
      const { type: _, lang, ...base } = action;
      document.documentElement.lang = lang;
      return {
        ...state,
        lang,
        base: { ...base, byId: new Map(base.concepts.map((concept) => [concept.id, concept])) },
      };
    }
    case 'language':
      document.documentElement.lang = action.lang;
      return { ...state, lang: action.lang };
    case 'go':
      return { ...state, trail: [...state.trail, action.place], ahead: [] };
    case 'back': {
      const here = state.trail.at(-1);
      return here && state.trail.length > 1
        ? { ...state, trail: state.trail.slice(0, -1), ahead: [here, ...state.ahead] }
        : state;
    }
    case 'forward': {
      const [next, ...rest] = state.ahead;
      return next ? { ...state, trail: [...state.trail, next], ahead: rest } : state;
    }
    case 'problem':
      return { ...state, problem: action.text };
    default:
      return state;
  }
}

function IconButton({
  icon,
  label,
  ...rest
}: {
  icon: string;
  label: string;
  disabled: boolean;
  onClick: () => void;
}): JSX.Element {
  return (
    <button class="icon" aria-label={label} title={label} {...rest}>
      <span aria-hidden="true">{icon}</span>
    </button>
  );
}

function Tab({
  label,
  current,
  onClick,
}: {
  label: string;
  current: boolean;
  onClick: () => void;
}): JSX.Element {
  return (
    <button class="tab" aria-current={current ? 'page' : undefined} onClick={onClick}>
      {label}
    </button>
  );
}
