/** The Model Context Protocol on standard input and output: a bundle of its own, which nothing but `office-hours mcp` loads. */

import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import type { McpHost } from './cli/mcp.ts';

/** Settled when standard input has ended and what was asked is answered. */
export async function serve({ name, version, instructions, tools, ask }: McpHost): Promise<void> {
  const server = new Server({ name, version }, { capabilities: { tools: {} }, instructions });
  const answering = new Set<Promise<unknown>>();
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, properties, required }) => ({
      name,
      title,
      description,
      inputSchema: {
        type: 'object' as const,
        properties: { ...properties },
        required: [...required],
        additionalProperties: false,
      },
      annotations: { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const answer = ask(params.name, params.arguments);
    answering.add(answer);
    const result = await answer.finally(() => answering.delete(answer));
    return result.kind === 'answer'
      ? { content: [{ type: 'text' as const, text: result.text }] }
      : { content: [{ type: 'text' as const, text: result.message }], isError: true };
  });
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await Promise.allSettled(answering);
  // An answer is written in a turn of its own.
  await new Promise((resolve) => setImmediate(resolve));
}
