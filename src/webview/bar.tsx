/** The bar on top of the page: back and forward, the views, following the cursor, the language. */
import type { JSX } from 'preact';
import type { Lang } from '../core/concept.ts';
import type { Place } from '../core/stop.ts';
import { post } from './host.ts';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';
import { say } from './phrases.ts';
import { HOME } from '../core/trail.ts';

/** What the bar shows and does. */
export interface BarProps {
  readonly lang: Lang;
  readonly place: Place;
  readonly surface: 'sidebar' | 'tab';
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly following: Following;
  readonly go: (place: Place) => void;
  readonly back: () => void;
  readonly forward: () => void;
  readonly follow: (following: Following) => void;
}

/** Whether pages follow the editor's cursor, or did until this one was pinned. */
export type Following = 'off' | 'on' | 'pinned';

/** The bar. */
export function Bar(props: BarProps): JSX.Element {
  const { lang, place, following, go } = props;
  return (
    <nav class="bar" aria-label="NLP Lens">
      <IconButton icon="back" label={say('back', lang)} disabled={!props.canGoBack} onClick={props.back} />
      <IconButton
        icon="forward"
        label={say('forward', lang)}
        disabled={!props.canGoForward}
        onClick={props.forward}
      />
      <Tab label={say('browse', lang)} current={place.view === 'browse'} onClick={() => go(HOME)} />
      <Tab
        label={say('practice', lang)}
        current={place.view === 'practice' || place.view === 'progress'}
        onClick={() => go({ view: 'practice', concepts: [] })}
      />
      <span class="grow" />
      <IconButton
        icon="follow"
        label={say('follow', lang)}
        pressed={following !== 'off'}
        onClick={() => props.follow(following === 'off' ? 'on' : 'off')}
      />
      {following !== 'off' && (
        <IconButton
          icon="pin"
          label={say('pin', lang)}
          pressed={following === 'pinned'}
          onClick={() => props.follow(following === 'pinned' ? 'on' : 'pinned')}
        />
      )}
      {props.surface === 'sidebar' && (
        <IconButton
          icon="tab"
          label={say('openTab', lang)}
          onClick={() => post({ type: 'openTab', place })}
        />
      )}
      <button
        class="language"
        lang={lang === 'en' ? 'es' : 'en'}
        title={say('switchLanguage', lang)}
        aria-label={`es|en: ${say('switchLanguage', lang)}`}
        onClick={() => post({ type: 'setLanguage', lang: lang === 'en' ? 'es' : 'en' })}
      >
        <span class={lang === 'es' ? 'on' : ''}>es</span>
        <span class="or">|</span>
        <span class={lang === 'en' ? 'on' : ''}>en</span>
      </button>
    </nav>
  );
}

function IconButton({
  icon,
  label,
  pressed,
  ...rest
}: {
  icon: IconName;
  label: string;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
}): JSX.Element {
  return (
    <button
      class="icon"
      aria-label={label}
      title={label}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...rest}
    >
      <Icon name={icon} />
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
