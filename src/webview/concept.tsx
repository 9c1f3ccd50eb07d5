/** A concept's page: summary, figure, mechanism, code, pitfalls, questions, relations, sources. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang, Page, Source } from '../core/concept.ts';
import { explorableFor } from '../core/explorables/explorables.ts';
import { pathTo } from '../core/learningPaths.ts';
import type { ConceptEntry } from '../core/messages.ts';
import type { View } from './app.tsx';
import { Html } from './html.tsx';
import { listen, post } from './host.ts';
import { say } from './phrases.ts';
import { settle } from './settling.ts';
import { MuteButton } from './practice/muteButton.tsx';
import type { Phrase } from './phrases.ts';

/** The page of the concept `id`, at one of its questions if asked. */
export function ConceptView({
  base,
  lang,
  go,
  file,
  arrived,
  id,
  question: asked,
}: View & { id: string; question?: string | undefined }): JSX.Element {
  const [page, setPage] = useState<Page>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const stop = listen(
      (message) =>
        message.type === 'page' && message.page.id === id && message.lang === lang && setPage(message.page),
    );
    post({ type: 'getPage', id, lang });
    return stop;
    // A base that packs have changed brings another page.
  }, [base]);
  useEffect(() => {
    if (!page) return;
    const settled = settle(() => {
      arrived();
      // Who returns to the page is taken to where they were.
      if (asked !== undefined && window.scrollY === 0)
        document.getElementById(questionId(asked))?.scrollIntoView({ block: 'center' });
    });
    post({ type: 'title', text: page.title });
    // A page that follows the cursor must not take the focus from the editor.
    if (document.hasFocus()) heading.current?.focus({ preventScroll: true });
    return settled;
  }, [page]);
  const concept = base.byId.get(id);
  if (!page || !concept) return <p class="quiet">{say('loading', lang)}</p>;
  const open = (to: string) => go({ view: 'concept', id: to });
  const other = lang === 'en' ? 'es' : 'en';
  const otherName = concept.terms[other].name;
  const explorable = explorableFor(concept.id);
  const topic = base.topics.find((candidate) => candidate.id === concept.topic);
  return (
    <article class="concept">
      <header>
        <p class="eyebrow">
          <button class="link" onClick={() => go({ view: 'map', topic: concept.topic })}>
            {topic?.names[lang]}
          </button>
        </p>
        {concept.pack !== undefined && (
          <p class="from">
            {say('fromPack', lang)} {concept.pack}
          </p>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {page.title}
        </h1>
        {otherName.toLowerCase() !== page.title.toLowerCase() && (
          <p class="other" lang={other}>
            {otherName}
          </p>
        )}
      </header>
      <Html class="summary" html={page.summaryHtml} onConcept={open} />
      <InFile lang={lang} file={file} id={id} />
      <Jumps lang={lang} page={page} />
      {page.figure && <Html as="figure" class="figure" html={page.figure} />}
      {explorable && (
        <p>
          <button class="play" onClick={() => go({ view: 'explore', explorable: explorable.id, values: {} })}>
            {say('play', lang)}: {explorable.titles[lang]}
          </button>
        </p>
      )}
      {page.sections.map((section) => (
        <section key={section.kind} class={section.kind} id={section.kind}>
          <h2>{section.heading}</h2>
          <Html html={section.html} onConcept={open} />
        </section>
      ))}
      <section id="questions">
        <h2>{say('questions', lang)}</h2>
        {page.questions.map((question) => (
          <details
            key={question.id}
            id={questionId(question.id)}
            class="question"
            open={question.id === asked}
          >
            <summary>{question.question}</summary>
            <Html html={question.answerHtml} onConcept={open} />
          </details>
        ))}
      </section>
      <Relations base={base} lang={lang} concept={concept} open={open} />
      <Sources base={base} lang={lang} page={page} />
      <p class="actions">
        <button class="primary" onClick={() => go({ view: 'practice', concepts: [id] })}>
          {say('practiseThis', lang)}
        </button>
        <button class="plain" onClick={() => post({ type: 'copyMarkdown', id, lang })}>
          {say('copyMarkdown', lang)}
        </button>
        <MuteButton id={id} lang={lang} />
      </p>
    </article>
  );
}

function questionId(question: string): string {
  return `question-${question}`;
}

/** "In train.py: lines 34, 41"; each line is a link to it. */
function InFile({ lang, file, id }: Pick<View, 'lang' | 'file'> & { id: string }): JSX.Element | null {
  const lines = file.concepts.find((entry) => entry.id === id)?.lines ?? [];
  const different = lines.filter(
    (at, index) => lines.findIndex(({ uri, line }) => uri === at.uri && line === at.line) === index,
  );
  if (different.length === 0) return null;
  return (
    <p class="in-file">
      {say('inFile', lang)} <code>{file.name}</code>: {say(different.length === 1 ? 'line' : 'lines', lang)}{' '}
      {different.map((at, index) => (
        <span key={`${at.uri} ${at.line}`}>
          {index > 0 && ', '}
          <button class="link" onClick={() => post({ type: 'reveal', file: file.name, ...at })}>
            {at.line}
          </button>
        </span>
      ))}
    </p>
  );
}

/** Links to the headings of the page. */
function Jumps({ lang, page }: { lang: Lang; page: Page }): JSX.Element {
  const headings = [
    ...page.sections.map(({ kind, heading }) => [kind, heading] as const),
    ['questions', say('questions', lang)] as const,
    ['related', say('related', lang)] as const,
    ['sources', say('sources', lang)] as const,
  ];
  return (
    <nav class="jumps" aria-label={say('onThisPage', lang)}>
      <ul>
        {headings.map(([id, heading]) => (
          <li key={id}>
            <button class="link" onClick={() => jumpTo(id)}>
              {heading}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function jumpTo(id: string): void {
  const heading = document.getElementById(id)?.querySelector<HTMLElement>('h2');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}

function Relations({
  base,
  lang,
  concept,
  open,
}: Pick<View, 'base' | 'lang'> & { concept: ConceptEntry; open: (id: string) => void }): JSX.Element | null {
  const { prerequisites, partOf, contrasts, related } = concept.relations;
  const leadsTo = base.concepts
    .filter((candidate) => candidate.relations.prerequisites.includes(concept.id))
    .map(({ id }) => id);
  const rows: readonly (readonly [Phrase, readonly string[]])[] = [
    ['prerequisites', prerequisites],
    ['partOf', partOf],
    ['leadsTo', leadsTo],
    ['contrasts', contrasts],
    ['related', related],
  ];
  const named = new Set<string>();
  const shown = rows
    .map(([phrase, ids]) => {
      // A concept stands once, under what says most about it.
      const news = ids.filter((id) => !named.has(id) && named.add(id));
      return [phrase, news.flatMap((id) => base.byId.get(id) ?? [])] as const;
    })
    .filter(([, concepts]) => concepts.length > 0);
  if (shown.length === 0) return null;
  const way = pathTo(concept.id, base.byId, LONGEST_WAY).flatMap((id) => base.byId.get(id) ?? []);
  return (
    <section id="related">
      <h2>{say('related', lang)}</h2>
      {way.length > 2 && (
        <p class="way">
          <span class="quiet">{say('wayHere', lang)}:</span>{' '}
          {way.map((step, index) =>
            step === concept ? (
              <strong key={step.id}>{step.terms[lang].name}</strong>
            ) : (
              <span key={step.id}>
                <button class="link" data-concept={step.id} onClick={() => open(step.id)}>
                  {step.terms[lang].name}
                </button>{' '}
                {index < way.length - 1 && <span aria-hidden="true">→ </span>}
              </span>
            ),
          )}
        </p>
      )}
      <dl class="relations">
        {shown.map(([phrase, concepts]) => (
          <div key={phrase}>
            <dt>{say(phrase, lang)}</dt>
            <dd>
              {concepts.map((other) => (
                <button key={other.id} class="chip" data-concept={other.id} onClick={() => open(other.id)}>
                  {other.terms[lang].name}
                </button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Sources({ base, lang, page }: Pick<View, 'base' | 'lang'> & { page: Page }): JSX.Element {
  const sources = page.citations.flatMap((id) => base.sources.find((source) => source.id === id) ?? []);
  return (
    <section id="sources">
      <h2>{say('sources', lang)}</h2>
      <ol class="sources">
        {sources.map((source) => (
          <li key={source.id}>
            <button class="link" onClick={() => post({ type: 'openSource', id: source.id })}>
              {source.title}
            </button>
            <span class="other"> {locatorOf(source)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Concepts shown of the way to a page, itself included. */
const LONGEST_WAY = 7;

function locatorOf(source: Source): string {
  const where = source.arxiv
    ? `arXiv:${source.arxiv}`
    : source.doi
      ? `doi:${source.doi}`
      : source.acl
        ? `ACL ${source.acl}`
        : hostOf(source.url);
  return [source.authors, source.year, where].filter((part) => part !== undefined && part !== '').join(', ');
}

function hostOf(url: string | undefined): string {
  return url && URL.canParse(url) ? new URL(url).hostname : '';
}
