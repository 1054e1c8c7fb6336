/** There is no telemetry: nothing counts, nothing reports, and one file alone talks to a server. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';

const sources = ['client', 'server', 'shared'].flatMap((zone) =>
  readdirSync(zone, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(zone, name).replaceAll('\\', '/')),
);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** The code of a file without its comments. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '');
}

describe('telemetry', () => {
  it('is sent by nothing', () => {
    const senders =
      /createTelemetryLogger|TelemetryLogger|TelemetryReporter|logTelemetry|\.telemetry\b|sendBeacon|trackEvent|machineId|isTelemetryEnabled/;
    assert.deepEqual(
      sources.filter((file) => senders.test(codeOf(file))),
      [],
    );
  });

  it('has no other way out than the exchange with GitHub', () => {
    const ways =
      /(?:globals|globalThis|self|window|platform)\.fetch\(|XMLHttpRequest|WebSocket|EventSource|node:(?:https?|http2|net|tls|dgram|dns)\b/;
    assert.deepEqual(
      sources.filter((file) => ways.test(codeOf(file))),
      ['shared/exchange.ts'],
    );
  });

  it('is in no dependency', () => {
    const names = [...Object.keys(manifest.devDependencies), ...Object.keys(manifest.dependencies ?? {})];
    const reporters = /telemetry|analytics|applicationinsights|sentry|mixpanel|segment|posthog|amplitude/i;
    assert.deepEqual(
      names.filter((name) => reporters.test(name)),
      [],
    );
    assert.ok(!Object.keys(lock.packages).includes('node_modules/@vscode/extension-telemetry'));
  });

  it('is in no bundle, beside what the protocol calls so', function () {
    if (!existsSync('dist')) this.skip();
    const bundles = readdirSync('dist').filter((name) => name.endsWith('.js'));
    assert.ok(bundles.length > 0);
    for (const bundle of bundles) {
      const code = readFileSync(join('dist', bundle), 'utf8');
      assert.doesNotMatch(
        code,
        /applicationinsights|dc\.services\.visualstudio|google-analytics|sentry\.io|posthog|sendBeacon/i,
      );
      assert.doesNotMatch(code, /createTelemetryLogger/);
    }
  });
});
