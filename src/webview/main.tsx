/** Starts the page of the sidebar. */
import { render } from 'preact';
import { App } from './app.tsx';
import { startOutbox } from './outbox.ts';

const root = document.getElementById('root');
if (root) render(<App />, root);
startOutbox();
