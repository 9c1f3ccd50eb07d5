import * as vscode from 'vscode';
import type { ReviewEvent } from '../../src/core/practice/event.ts';
import { OwnReviewFile, readReviewFiles } from '../../src/editor/reviewFiles.ts';
import { equal, ok } from './expect.ts';
import { sampleUri } from './samples.ts';

/** One window writes and another reads, through the real files of VS Code. */
describe('the files of the review log', () => {
  let folder: vscode.Uri;
  before(() => {
    folder = sampleUri('reviews-of-windows');
  });
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  it('hold every confirmed event at any moment, while the window that made it writes on', async () => {
    const file = new OwnReviewFile(folder);
    let confirmed = 0;
    let writing = true;
    const write = async () => {
      for (let made = 0; made < 60; made += 1) {
        await file.add([marked(made)]);
        confirmed = made + 1;
      }
      writing = false;
    };
    const read = async () => {
      let reads = 0;
      while (writing) {
        const before = confirmed;
        const seen = new Set((await readReviewFiles(folder, 'of this window')).map(({ id }) => id));
        for (let made = 0; made < before; made += 1)
          ok(seen.has(String(made)), `event ${made} was not there`);
        reads += 1;
      }
      return reads;
    };
    const [, reads] = await Promise.all([write(), read()]);
    ok(reads > 1, 'nothing was read meanwhile');
    equal((await readReviewFiles(folder, 'of this window')).length, 60);
  });

  it('leave out those of the window that reads', async () => {
    const file = new OwnReviewFile(folder);
    await file.add([marked(100)]);
    const ids = (await readReviewFiles(folder, file.name)).map(({ id }) => id);
    equal(ids.includes('100'), false);
  });
});

function marked(made: number): ReviewEvent {
  return { kind: 'mute', id: String(made), t: 1_700_000_000_000 + made, concept: 'lora' };
}
