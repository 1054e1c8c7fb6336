import { deepEqual, equal } from 'node:assert/strict';
import { PiecedText } from '../../../server/core/note/text.ts';

describe('a text in pieces', () => {
  it('has what a string has at every offset', () => {
    const pieces = ['a\nb', '\r', '\nlong line', 'x', '\n\n', 'end'];
    const whole = pieces.join('');
    const text = new PiecedText(pieces);
    equal(text.length, whole.length);
    for (let at = 0; at <= whole.length; at++) {
      equal(text.charAt(at), whole.charAt(at));
      deepEqual(text.charCodeAt(at), whole.charCodeAt(at));
      equal(text.indexOf('\n', at), whole.indexOf('\n', at));
      equal(text.lastIndexOf('\n', at), whole.lastIndexOf('\n', at));
      equal(text.slice(at), whole.slice(at));
      for (let to = at; to <= whole.length + 2; to++) equal(text.slice(at, to), whole.slice(at, to));
    }
    for (const at of [-1, whole.length + 1]) equal(text.charAt(at), '');
  });
});
