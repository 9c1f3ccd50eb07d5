import { equal } from './expect.ts';
import { openSample, ourExtension } from './samples.ts';
import { dateMethodsBefore } from './setup.ts';

describe('activation', () => {
  it('waits for a Python file, then happens by itself', async () => {
    equal(ourExtension().isActive, false, 'before any file is open:');
    await openSample('train_lora.py');
    equal(ourExtension().isActive, true);
  });

  it('leaves Date.prototype as it was', () => {
    equal(Object.getOwnPropertyNames(Date.prototype).sort(), dateMethodsBefore);
  });
});
