import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, LSPErrorCodes, type ResponseError } from 'vscode-languageserver/node';
import { readTemplate } from '../../server/core/template/file/readTemplate.ts';
import { filesByNode } from '../../server/host/byNode.ts';
import { type LearnTemplateParams, type LearnTemplateResult, learnTemplate } from '../../shared/protocol.ts';
import { pullClient, type Session, startSession } from '../helpers/session.ts';

const clock = { now: () => Date.now(), today: () => '2026-02-05' };
const days = ['2026-01-06', '2026-01-20', '2026-02-03', '2026-02-17'];

function note(date: string, project = 'widget'): string {
  return `# ${project} office hours ${date}\n\nYouTube: https://youtu.be/${date}\n\n## Highlights\n\n* ada: hello\n\n## Plans\n`;
}

describe('a template from the notes', () => {
  let root: string;
  let session: Session;

  const uri = (path: string) => pathToFileURL(join(root, path)).href;
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const paramsFor = (asked: Partial<LearnTemplateParams> = {}): LearnTemplateParams => ({
    folder: uri(''),
    target: null,
    document: null,
    series: null,
    taken: [],
    ...asked,
  });
  const learn = (asked: Partial<LearnTemplateParams> = {}) =>
    session.client.sendRequest<LearnTemplateResult>(learnTemplate, paramsFor(asked));
  const learned = async (asked: Partial<LearnTemplateParams> = {}) => {
    const result = await learn(asked);
    ok(result.kind === 'learned', JSON.stringify(result));
    return result;
  };
  const start = async () => {
    const workspaceFolders = [{ uri: uri(''), name: 'widget' }];
    session = await startSession(pullClient, {
      host: { clock, files: filesByNode },
      params: { workspaceFolders },
    });
  };

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-')));
    for (const date of days) write(`docs/office-hours/${date}.md`, note(date));
  });
  afterEach(async () => {
    await session.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('is a valid template for the place beside the notes, and nothing is written', async () => {
    await start();
    const result = await learned();
    equal(result.uri, uri('.office-hours/office-hours.md'));
    equal(result.notes, days.length);
    equal(result.remark, undefined);
    const { definition, problems } = readTemplate(result.text);
    deepEqual(problems, []);
    equal(definition.project, 'widget');
    equal(definition.rhythm?.words, 'every 2 weeks on Tuesday');
    deepEqual(
      definition.template.sections.map(({ heading }) => heading),
      ['Highlights', 'Plans'],
    );
    match(result.text, /^notes: docs\/office-hours\/\*\* {2}# the folder of all 4 notes$/m);
    match(result.text, /^since: 2026-01-06 {2}# the first of these notes$/m);
    deepEqual(readdirSync(root), ['docs']);
  });

  it('reads what is open as it stands in the editor', async () => {
    await start();
    for (const date of days)
      await session.open(uri(`docs/office-hours/${date}.md`), `${note(date)}\n## Only in the editor\n`);
    match((await learned()).text, /^## Only in the editor$/m);
  });

  it('learns from as many notes as it is asked to', async () => {
    await start();
    equal((await learned({ most: 2 })).notes, 2);
  });

  it('asks which series is meant, the open note’s first', async () => {
    for (const date of days.slice(1)) write(`tsc/${date}.md`, note(date, 'tsc'));
    await start();
    const result = await learn({ document: uri('tsc/2026-02-03.md') });
    deepEqual(result, {
      kind: 'choose',
      series: [
        { folder: uri('tsc'), name: 'tsc', description: '3 notes, the latest of 2026-02-17' },
        {
          folder: uri('docs/office-hours'),
          name: 'docs/office-hours',
          description: '4 notes, the latest of 2026-02-17',
        },
      ],
    });
    equal((await learned({ series: uri('tsc') })).uri, uri('.office-hours/tsc.md'));
    equal((await learned({ target: uri('docs') })).uri, uri('.office-hours/office-hours.md'));
  });

  it('takes another name where a template or a document has that one', async () => {
    write('.office-hours/office-hours.md', '---\nnotes: docs/office-hours/**\n---\n# x\n\n## Highlights\n');
    await start();
    const result = await learned({ taken: ['Office-Hours-2.md'] });
    equal(result.uri, uri('.office-hours/office-hours-3.md'));
    match(result.remark ?? '', /office-hours\.md already describes these notes.*office-hours-3\.md/);
  });

  it('learns from files that do not look like notes, when it is pointed at them', async () => {
    // Three that look alike would be found as notes.
    const two = days.slice(0, 2);
    for (const date of two) write(`calls/${date}.md`, `# Builds, ${date}\n\n## Machines\n`);
    write('calls/README.md', '# Calls\n\n## Who\n');
    await start();
    const { text, notes } = await learned({ target: uri('calls') });
    equal(notes, two.length);
    match(text, /^title: 'Builds, \{YYYY-MM-DD\}'/m);
    equal((await learn({ target: uri('empty') })).kind, 'refused');
    equal((await learned({ target: uri('.office-hours') })).uri, uri('.office-hours/office-hours.md'));
  });

  it('says that there is nothing to learn from', async () => {
    rmSync(join(root, 'docs'), { recursive: true });
    await start();
    const result = await learn();
    equal(result.kind, 'refused');
    match(result.kind === 'refused' ? result.message : '', /No notes found/);
  });

  it('can be cancelled', async () => {
    await start();
    const source = new CancellationTokenSource();
    const answer = session.client.sendRequest(learnTemplate, paramsFor(), source.token).then(
      () => 0,
      (error: ResponseError<unknown>) => error.code,
    );
    source.cancel();
    equal(await answer, LSPErrorCodes.RequestCancelled);
  });
});
