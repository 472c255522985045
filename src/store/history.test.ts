import { beforeEach, expect, test } from 'vitest';
import { amendHistory, forgetHistory, remember, takeBack, takeForward } from './history';
import type { Session } from './session';
import { useStore } from './store';

const at = (hop: number) => ({ version: 1, hop }) as unknown as Session;

beforeEach(forgetHistory);

test('undo goes back one change at a time, redo forward', () => {
  remember(at(0), 'view');
  remember(at(1), 'view');
  expect(takeBack(at(2))).toEqual(at(1));
  expect(takeBack(at(1))).toEqual(at(0));
  expect(takeBack(at(0))).toBeNull();
  expect(takeForward(at(0))).toEqual(at(1));
  expect(takeForward(at(1))).toEqual(at(2));
  expect(takeForward(at(2))).toBeNull();
});

test('steps through hops in a row are one change', () => {
  remember(at(0), 'hop');
  remember(at(1), 'hop');
  remember(at(2), 'hop');
  expect(takeBack(at(3))).toEqual(at(0));
  expect(takeBack(at(0))).toBeNull();
});

test('a step after something else is a change of its own', () => {
  remember(at(0), 'hop');
  remember(at(4), 'view');
  remember(at(5), 'hop');
  expect(takeBack(at(7))).toEqual(at(5));
  expect(takeBack(at(5))).toEqual(at(4));
  expect(takeBack(at(4))).toEqual(at(0));
});

test('a new change forgets what was undone', () => {
  remember(at(0), 'view');
  takeBack(at(1));
  remember(at(0), 'view');
  expect(takeForward(at(5))).toBeNull();
});

test('the store says whether there is something to undo or redo', () => {
  expect(useStore.getState()).toMatchObject({ canUndo: false, canRedo: false });
  remember(at(0), 'view');
  expect(useStore.getState()).toMatchObject({ canUndo: true, canRedo: false });
  takeBack(at(1));
  expect(useStore.getState()).toMatchObject({ canUndo: false, canRedo: true });
});

test('the epochs of a training gone through in a row are one change', () => {
  remember(at(0), 'session');
  remember(at(1), 'epoch');
  remember(at(2), 'epoch');
  expect(takeBack(at(3))).toEqual(at(1));
});

test('what is gone can be amended, back and forward', () => {
  remember(at(1), 'session');
  remember(at(2), 'session');
  takeBack(at(3));
  amendHistory((session) => ({ ...session, hop: 10 * session.hop }));
  expect(takeForward(at(0))).toEqual(at(30));
  expect(takeBack(at(0))).toEqual(at(10));
});

test('a step of undo always changes something', () => {
  remember(at(0), 'view');
  remember(at(1), 'view');
  expect(takeBack(at(1))).toEqual(at(0));
  expect(takeForward(at(0))).toEqual(at(1));
  remember(at(2), 'view');
  expect(takeBack(at(2))).toEqual(at(0));
});

test('a change that came to nothing can be forgotten: what was undone is there again', () => {
  remember(at(0), 'view');
  takeBack(at(1));
  const forget = remember(at(0), 'view');
  forget();
  expect(takeBack(at(0))).toBeNull();
  expect(takeForward(at(0))).toEqual(at(1));
});

test('two changes from the same place are one: the first was never seen to its end', () => {
  remember(at(0), 'session');
  remember(at(1), 'session');
  remember(at(1), 'session');
  expect(takeBack(at(3))).toEqual(at(1));
  expect(takeBack(at(1))).toEqual(at(0));
});
