/** The walkthrough: each step completes by itself, has a picture in the theme's colors, and leads to what there is. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { englishManifest } from '../helpers/manifest.ts';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const { contributes, activationEvents } = englishManifest;
const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command);
const views = Object.values<{ id: string }[]>(contributes.views ?? {}).flat();
const [walkthrough, ...others]: { steps: Step[] }[] = contributes.walkthroughs;
const steps = walkthrough?.steps ?? [];
const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`client/${name}`, 'utf8'))
  .join('\n');

/** Of the editor itself. */
const ownOfTheEditor = ['editor.action.marker.next'];

describe('the walkthrough', () => {
  it('is one', () => assert.ok(others.length === 0 && steps.length >= 5));

  it('opens only when it is asked for', () => {
    assert.deepEqual(activationEvents, ['onLanguage:markdown']);
    const opened = [...sources.matchAll(/workbench\.action\.openWalkthrough/g)];
    assert.equal(opened.length, 1);
  });

  for (const { id, title, description, media, completionEvents } of steps) {
    describe(`step "${title}"`, () => {
      it('completes by itself', () => {
        assert.ok(completionEvents.length > 0);
        for (const event of completionEvents) {
          const [kind, what = ''] = event.split(/:(.*)/s);
          if (kind === 'onCommand') assert.ok(commands.includes(what), event);
          else if (kind === 'onView')
            assert.ok(
              views.some((view) => view.id === what),
              event,
            );
          else {
            assert.equal(kind, 'onContext', event);
            const step = /^officeHours\.done\.(\w+)$/.exec(what)?.[1];
            assert.ok(sources.includes(`'${step}'`), event);
          }
        }
      });

      it('leads to commands that there are', () => {
        const linked = [...description.matchAll(/\]\(command:([\w.]+)\)/g)].map(
          ([, command = '']) => command,
        );
        const view = (command: string) => views.some((each) => command === `${each.id}.focus`);
        const unknown = linked.filter(
          (command) => !commands.includes(command) && !ownOfTheEditor.includes(command) && !view(command),
        );
        assert.deepEqual(unknown, []);
        assert.ok(linked.length > 0);
      });

      it('has a picture that follows the theme, with words for who does not see it', () => {
        assert.equal(media.svg, `media/walkthrough/${id}.svg`);
        const svg = readFileSync(media.svg, 'utf8');
        assert.ok(media.altText.length > 20);
        assert.ok(svg.includes('<title>'));
        assert.doesNotMatch(svg, /(?:fill|stroke)="(?!var\(--vscode-|none)/);
        assert.ok(svg.length < 4_000);
      });
    });
  }

  it('has no picture that no step shows', () => {
    const pictures = readdirSync('media/walkthrough');
    assert.deepEqual(pictures, steps.map(({ id }) => `${id}.svg`).sort());
  });
});
