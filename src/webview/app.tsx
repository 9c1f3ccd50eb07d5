/** The page as a whole: where one is, what the extension said, and the view of that place. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useReducer } from 'preact/hooks';
import type { Lang } from '../core/concept.ts';
import type { ConceptEntry, HostMessage } from '../core/messages.ts';
import type { Place } from '../core/stop.ts';
import { Bar } from './bar.tsx';
import type { Following } from './bar.tsx';
import { Browse } from './browse.tsx';
import { ConceptView } from './concept.tsx';
import { Explore } from './explore.tsx';
import { listen, post } from './host.ts';
import { keptFollowing, keptTrail, useKept } from './keeping.ts';
import { say } from './phrases.ts';
import { MapView } from './map.tsx';
import type { Levels } from './mastery.tsx';
import { Practice } from './practice/practice.tsx';
import { ProgressView } from './practice/progress.tsx';
import { Preview } from './preview.tsx';
import { goBack, goForward, goInstead, goTo, here, HOME } from '../core/trail.ts';
import type { Trail } from '../core/trail.ts';

/** What every view is given. */
export interface View {
  readonly base: Base;
  readonly lang: Lang;
  readonly file: OpenFile;
  readonly mastery: Levels;
  readonly go: (place: Place) => void;
  /** Says that the current place has changed, as when a query is typed: back skips what it was before. */
  readonly amend: (place: Place) => void;
  /** Views whose content comes later call this when it is there: it scrolls to where one was. */
  readonly arrived: () => void;
  /** Returns to the place before, or to the start. */
  readonly back: () => void;
}

/** What the extension sends at the start. */
export interface Base extends Omit<Extract<HostMessage, { type: 'start' }>, 'type' | 'lang'> {
  readonly byId: ReadonlyMap<string, ConceptEntry>;
}

/** What the active file mentions. */
export type OpenFile = Pick<Extract<HostMessage, { type: 'file' }>, 'name' | 'concepts'>;

/** The root component. */
export function App(): JSX.Element {
  const [state, act] = useReducer(step, undefined, startState);
  const { base, lang, trail, following } = state;
  const { place, scroll } = here(trail);
  const back = () => act({ type: 'back', scroll: window.scrollY });
  const leave = () => (trail.past.length > 1 ? back() : act({ type: 'go', place: HOME }));
  const forward = () => act({ type: 'forward', scroll: window.scrollY });
  const arrived = () => window.scrollTo(0, scroll);

  useEffect(() => {
    const stop = listen(act);
    post({ type: 'ready' });
    return stop;
  }, []);
  useKept(trail, following);
  useEffect(() => post({ type: 'follow', on: following === 'on' }), [following]);
  const marked = base !== undefined && (place.view === 'browse' || place.view === 'map');
  useEffect(() => {
    if (marked) post({ type: 'getProgress' });
  }, [marked, state.reviews]);
  useLayoutEffect(arrived, [place, base === undefined]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey && event.key === 'ArrowLeft') back();
      else if (event.altKey && event.key === 'ArrowRight') forward();
      else if (event.key === 'Escape' && RETURNS.has(place.view) && !event.defaultPrevented) back();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [place]);

  if (!base) return <p class="quiet">{say('loading', lang)}</p>;
  const go = (to: Place) => act({ type: 'go', place: to });
  const amend = (to: Place) => act({ type: 'amend', place: to });
  const view: View = {
    base,
    lang,
    file: state.file,
    mastery: state.mastery,
    go,
    amend,
    arrived,
    back: leave,
  };
  return (
    <>
      <Bar
        lang={lang}
        place={place}
        surface={base.surface}
        canGoBack={trail.past.length > 1}
        canGoForward={trail.ahead.length > 0}
        following={following}
        go={go}
        back={back}
        forward={forward}
        follow={(to) => act({ type: 'follow', following: to })}
      />
      {state.problem && (
        <p class="problem" role="alert">
          {state.problem}
        </p>
      )}
      <main lang={lang}>{viewOf(place, view)}</main>
      <Preview base={base} lang={lang} />
    </>
  );
}

function viewOf(place: Place, view: View): JSX.Element {
  const { lang } = view;
  switch (place.view) {
    case 'concept':
      return <ConceptView key={`${place.id} ${lang}`} {...view} id={place.id} question={place.question} />;
    case 'practice':
      return <Practice key={`${place.concepts.join()} ${lang}`} {...view} concepts={place.concepts} />;
    case 'progress':
      return <ProgressView {...view} />;
    case 'map':
      return <MapView key={place.topic} {...view} topic={place.topic} />;
    case 'explore': {
      const key = `${place.explorable} ${JSON.stringify(place.values)} ${lang}`;
      return <Explore key={key} {...view} place={place} />;
    }
    default:
      return <Browse {...view} query={place.view === 'browse' ? place.query : ''} />;
  }
}

interface State {
  readonly base?: Base;
  readonly lang: Lang;
  readonly trail: Trail;
  readonly file: OpenFile;
  readonly mastery: Levels;
  /** Grows when something was answered, here or in another window. */
  readonly reviews: number;
  readonly following: Following;
  /** Something that went wrong here; said until one goes elsewhere. */
  readonly problem: string;
}

type Action =
  | HostMessage
  | { readonly type: 'amend'; readonly place: Place }
  | { readonly type: 'back'; readonly scroll: number }
  | { readonly type: 'forward'; readonly scroll: number }
  | { readonly type: 'follow'; readonly following: Following };

/** Views that Escape leaves; practice and browse have their own use for it. */
const RETURNS: ReadonlySet<Place['view']> = new Set<Place['view']>(['concept', 'explore', 'map']);

function startState(): State {
  return {
    lang: document.documentElement.lang === 'es' ? 'es' : 'en',
    trail: keptTrail(),
    file: { name: '', concepts: [] },
    mastery: {},
    reviews: 0,
    following: keptFollowing(),
    problem: '',
  };
}

function step(state: State, action: Action): State {
  switch (action.type) {
    case 'start': {
      const { type: _, lang, ...base } = action;
      document.documentElement.lang = lang;
      document.documentElement.dataset['surface'] = action.surface;
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
      return { ...state, problem: '', trail: goTo(state.trail, action.place, window.scrollY) };
    case 'amend':
      return { ...state, trail: goInstead(state.trail, action.place) };
    case 'back':
      return { ...state, problem: '', trail: goBack(state.trail, action.scroll) };
    case 'forward':
      return { ...state, problem: '', trail: goForward(state.trail, action.scroll) };
    case 'follow':
      return { ...state, following: action.following };
    case 'cursor':
      return state.following === 'on'
        ? { ...state, trail: follow(state.trail, { view: 'concept', id: action.concept }) }
        : state;
    case 'file': {
      const { type: _, ...file } = action;
      return { ...state, file };
    }
    case 'progress':
      return { ...state, mastery: action.mastery };
    case 'reviewsChanged':
      return { ...state, reviews: state.reviews + 1 };
    case 'problem':
      return { ...state, problem: action.text };
    default:
      return state;
  }
}

/** Pages and lists give way to the cursor; practice and figures are not interrupted. */
function follow(trail: Trail, place: Place): Trail {
  const { view } = here(trail).place;
  if (view === 'concept') return goInstead(trail, place);
  return view === 'browse' ? goTo(trail, place, window.scrollY) : trail;
}
