/** Two and more machines over one value of which the last writer wins: they must end up with the same log. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ReviewEvent } from '../../../src/core/practice/event.ts';
import { mergeEvents } from '../../../src/core/practice/log.ts';
import { pack, syncStep, unpack } from '../../../src/core/practice/sync.ts';
import { history } from './events.ts';

describe('syncing the review log', () => {
  it('unpacks what it packs', () => {
    fc.assert(fc.property(history, (events) => assert.deepEqual(unpack(pack(events)), mergeEvents(events))));
  });

  it('packs equal logs to equal texts', () => {
    fc.assert(
      fc.property(
        history.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => assert.equal(pack(shuffled), pack(events)),
      ),
    );
  });

  it('never throws on a value of somebody else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json()), (value) => assert.ok(Array.isArray(unpack(value)))),
    );
  });

  it('brings all machines to the same log, whoever wrote last', () => {
    const answer = fc.record({ kind: fc.constant('add' as const), machine: fc.nat(2), events: history });
    const look = fc.record({ kind: fc.constant('sync' as const), machine: fc.nat(2) });
    /** A machine looks, another publishes in between, and then the first overwrites it. */
    const clash = fc.record({ kind: fc.constant('clash' as const), machine: fc.nat(2), other: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(fc.oneof(answer, look, clash), { maxLength: 15 }), (acts) => {
        const machines: ReviewEvent[][] = [[], [], []];
        const all: ReviewEvent[] = [];
        let published: unknown;
        const keep = (machine: number, events: readonly ReviewEvent[]) =>
          (machines[machine] = mergeEvents(machines[machine]!, events));
        const sync = (machine: number): boolean => {
          const { toKeep, toPublish } = syncStep(machines[machine]!, published);
          keep(machine, toKeep);
          if (toPublish !== undefined) published = toPublish;
          return toPublish !== undefined || toKeep.length > 0;
        };
        for (const [turn, act] of acts.entries()) {
          if (act.kind === 'add') {
            const events = act.events.map((event) => ({ ...event, id: `${turn} ${event.id}` }));
            keep(act.machine, events);
            all.push(...events);
          } else if (act.kind === 'sync') sync(act.machine);
          else {
            const { toKeep, toPublish } = syncStep(machines[act.machine]!, published);
            sync(act.other);
            keep(act.machine, toKeep);
            if (toPublish !== undefined) published = toPublish;
          }
        }
        let rounds = 0;
        while ([0, 1, 2].map(sync).some((changed) => changed))
          assert.ok((rounds += 1) < 5, 'it never settles');
        for (const machine of machines) assert.deepEqual(machine, mergeEvents(all));
      }),
    );
  });

  it('settles on the newest events when not all of them fit', () => {
    fc.assert(
      fc.property(history, history, fc.integer({ min: 1100, max: 2500 }), (a, b, largest) => {
        const machines = [a, b.map((event) => ({ ...event, id: `b ${event.id}` }))];
        let published: unknown;
        const sync = (machine: number): boolean => {
          const { toKeep, toPublish } = syncStep(machines[machine]!, published, largest);
          machines[machine] = mergeEvents(machines[machine]!, toKeep);
          if (toPublish === published || toPublish === undefined) return false;
          assert.ok(toPublish.length <= largest);
          published = toPublish;
          return true;
        };
        let rounds = 0;
        while ([0, 1].map(sync).some((changed) => changed)) assert.ok((rounds += 1) < 6, 'it never settles');
      }),
    );
  });
});
