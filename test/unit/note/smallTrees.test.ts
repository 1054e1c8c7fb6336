import { deepEqual, equal, ok } from 'node:assert/strict';
import { NodeProp, Tree } from '@lezer/common';
import { parser } from '@lezer/markdown';
import { SmallTrees } from '../../../server/core/note/smallTrees.ts';

const text = '# T\n\n* a\n* b [c](d)\n\n> words\n>\n> more\n\n* a\n* b [c](d)\n';

/** All that is in a tree, with what Lezer tells by whether a block can be taken into another parse. */
const shown = (tree: Tree): unknown => [
  tree.type.name,
  tree.length,
  tree.positions,
  tree.prop(NodeProp.contextHash),
  tree.children.map((child) => (child instanceof Tree ? shown(child) : [...child.buffer])),
];

const propsOf = (tree: Tree) => (tree as unknown as { readonly props: object | null }).props;

describe('small trees', () => {
  const whole = parser.parse(text);
  const before = shown(whole);
  const small = new SmallTrees();
  small.make(whole);

  it('say what they said', () => deepEqual(shown(whole), before));

  it('share what the same blocks have', () => {
    const lists = whole.children.filter((child) => child instanceof Tree && child.type.name === 'BulletList');
    equal(lists.length, 2);
    const [one, other] = lists as [Tree, Tree];
    ok(propsOf(one));
    equal(propsOf(one), propsOf(other));
    equal(propsOf(one.children[0] as Tree), propsOf(other.children[0] as Tree));
    ok(propsOf(one) !== propsOf(one.children[0] as Tree));
  });

  it('are made once', () => {
    const [first] = whole.children as [Tree];
    const { children } = first;
    small.make(first);
    new SmallTrees().make(first);
    equal(first.children, children);
  });

  it('can be taken into the next parse', () => {
    const count = (tree: Tree) => tree.children.length;
    equal(count(parser.parse(text)), count(whole));
  });
});
