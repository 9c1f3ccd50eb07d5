// npm run test:cards: draws every card in the real hover, in both languages, and measures it.
import { runMocha } from './harness/mocha.ts';

void runMocha('test/ui/cards.mocharc.json', { NLP_LENS_ALL_CARDS: '1' }).then(({ failed }) => {
  process.exitCode = failed > 0 ? 1 : 0;
});
