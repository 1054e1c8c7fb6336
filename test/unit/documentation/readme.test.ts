/** What the README shows is so: its commands run, its examples are read, its pictures are there and small. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { badgesOf } from '../../../scripts/pictures/badges.mjs';
import { readArguments } from '../../../server/cli/arguments.ts';
import { rules } from '../../../server/core/checks/rules.ts';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { CommandLine } from '../../helpers/commandLine.ts';
import { englishManifest } from '../../helpers/manifest.ts';

const text = readFileSync('README.md', 'utf8').replaceAll('\r\n', '\n');
const { contributes, scripts } = englishManifest;

function blocks(language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, code = '']) =>
    name === language ? [code] : [],
  );
}

const commands = blocks('sh')
  .flatMap((block) => block.trim().split('\n'))
  .map((line) => line.replace(/\s+#.*/, ''));

describe('the README', () => {
  it('shows how to use the command line, and the scripts', () => {
    assert.ok(commands.length >= 6);
    for (const command of commands) {
      const [program, name = ''] = command.split(' ');
      if (program === 'npm') assert.ok(name in scripts, command);
      else assert.equal(program, 'office-hours', command);
    }
  });

  /** A clone of the samples, for each command to run in a copy of. */
  let samples: CommandLine;
  before(() => {
    samples = new CommandLine();
    rmSync(samples.path('.git'), { recursive: true });
    cpSync('samples', samples.root, { recursive: true });
    samples.write('pad.md', '# 2026-08-18\n\n* It works\n');
    const git = (...args: string[]) => execFileSync('git', args, { cwd: samples.root, stdio: 'pipe' });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('-c', 'user.name=x', '-c', 'user.email=x@x', '-c', 'commit.gpgsign=false', 'commit', '-qm', 'x');
  });
  after(() => samples?.remove());

  for (const command of commands.filter((each) => each.startsWith('office-hours '))) {
    const line = command.slice('office-hours '.length);
    it(`has a command that runs: ${command}`, async () => {
      if (line.startsWith('lsp ')) {
        assert.equal(readArguments(line.split(' ')).kind, 'lsp');
        return;
      }
      const office = new CommandLine();
      try {
        rmSync(office.path('.git'), { recursive: true });
        cpSync(samples.root, office.root, { recursive: true });
        const { code, stderr } = await office.run(line);
        assert.ok(code < 2, `${code} ${stderr}`);
      } finally {
        office.remove();
      }
    });
  }

  it('has template files without problems', () => {
    const templates = blocks('markdown');
    assert.ok(templates.length > 0);
    for (const template of templates) {
      assert.deepEqual(readTemplate(template).problems, []);
      assert.ok(template.trim().split('\n').length <= 12);
    }
  });

  it('names the rules and snippets that there are', () => {
    assert.equal(/\b(\d+) rules\b/.exec(text)?.[1], String(rules.length));
    const snippets: Record<string, { prefix: string | string[] }> = JSON.parse(
      readFileSync('snippets/office-hours.json', 'utf8'),
    );
    const prefixes = Object.values(snippets).map(({ prefix }) => [prefix].flat()[0]);
    const [row = ''] = /^\| Snippets \|.*$/m.exec(text) ?? [];
    assert.deepEqual(
      [...row.matchAll(/`([\w-]+)`/g)].map(([, prefix]) => prefix),
      prefixes,
    );
  });

  it('says what is sent, in three sentences', () => {
    const [, privacy = ''] = /\n## Privacy\n\n([\s\S]*?)\n\n## /.exec(text) ?? [];
    assert.equal(privacy.split(/\.(?:\s|$)/).filter(Boolean).length, 3, privacy);
  });
});

describe('the pictures of the README', () => {
  const folder = 'docs/images';
  const remote = `https://raw.githubusercontent.com/office-hours-notes/office-hours-notes/main/${folder}/`;
  const pictures = [...text.matchAll(/<picture>\n(.*)\n(.*)\n<\/picture>/g)];

  it('are many, of files that are there, and no file is without', () => {
    const shown = pictures.map(
      ([, , image = '']) => /src="docs\/images\/([^"]+)-light\.png"/.exec(image)?.[1] ?? image,
    );
    assert.ok(shown.length >= 5);
    const files = shown.flatMap((name) => [`${name}-dark.png`, `${name}-light.png`]);
    assert.deepEqual(readdirSync(folder).sort(), files.sort());
  });

  for (const [, source = '', image = ''] of pictures) {
    const [, name = ''] = /src="docs\/images\/([^"]+)-light\.png"/.exec(image) ?? [];
    it(`are small, follow the theme and say in words what they show: ${name}`, () => {
      assert.ok(source.includes('(prefers-color-scheme: dark)'));
      // A marketplace makes only the address of an image absolute.
      assert.ok(source.includes(`srcset="${remote}${name}-dark.png"`), source);
      assert.ok((/alt="([^"]*)"/.exec(image)?.[1] ?? '').length > 30, image);
      const width = Number(/width="(\d+)"/.exec(image)?.[1]);
      for (const theme of ['dark', 'light']) {
        const file = join(folder, `${name}-${theme}.png`);
        assert.ok(existsSync(file), file);
        assert.equal(readFileSync(file).readUInt32BE(16), width * 2, 'two pixels for each of CSS');
        assert.ok(statSync(file).size < 200_000, file);
      }
    });
  }

  it('begin with badges of what package.json says, drawn as files', () => {
    const badges = badgesOf(JSON.parse(readFileSync('package.json', 'utf8')));
    assert.deepEqual(
      [...text.matchAll(/<img src="docs\/badges\/([^"]+)" height="20" alt="([^"]+)">/g)].map(
        ([, file, alt]) => [file, alt],
      ),
      badges.map(({ file, label, value }) => [file, `${label}: ${value}`]),
    );
    assert.deepEqual(readdirSync('docs/badges').sort(), badges.map(({ file }) => file).sort());
    for (const { file } of badges)
      assert.equal(
        readFileSync(join('docs/badges', file)).readUInt32BE(20),
        40,
        'two pixels for each of CSS',
      );
  });

  it('come from nowhere else', () => {
    const addresses = [...text.matchAll(/(?:src|srcset)="([^"]+)"|!\[[^\]]*\]\(([^)]+)\)/g)].map(
      ([, html, markdown]) => html ?? markdown ?? '',
    );
    for (const address of addresses)
      assert.ok(/^docs\/(?:images|badges)\//.test(address) || address.startsWith(remote), address);
  });
});

describe('the documentation', () => {
  const titles: string[] = contributes.commands.map(({ title }: { title: string }) => title);
  const folders = ['docs', 'docs/rules'].flatMap((folder) =>
    readdirSync(folder).map((name) => `${folder}/${name}`),
  );
  const pages = ['README.md', 'samples/README.md', ...folders];

  for (const page of pages.filter((name) => name.endsWith('.md'))) {
    it(`names commands by their titles in ${page}`, () => {
      const named = [...readFileSync(page, 'utf8').matchAll(/\*Office\s+Hours:\s+([^*]+)\*/g)];
      for (const [, title = ''] of named) assert.ok(titles.includes(title.replaceAll(/\s+/g, ' ')), title);
    });
  }
});
