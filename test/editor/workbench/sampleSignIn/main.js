/** An authentication provider in place of the editor's own: one account, whose token the stand-in knows. */

const vscode = require('vscode');

/** @type {import('vscode').AuthenticationSession[]} */
const sessions = [];

exports.activate = (/** @type {import('vscode').ExtensionContext} */ context) => {
  const changed = new vscode.EventEmitter();
  context.subscriptions.push(
    vscode.authentication.registerAuthenticationProvider('github', 'Sample GitHub', {
      onDidChangeSessions: changed.event,
      getSessions: async () => sessions,
      async createSession(scopes) {
        const session = {
          id: 'one',
          accessToken: 'sample',
          account: { id: '1', label: 'sample-reader' },
          scopes: [...scopes],
        };
        sessions.push(session);
        changed.fire({ added: [session], removed: [], changed: [] });
        return session;
      },
      async removeSession() {
        changed.fire({ added: [], removed: sessions.splice(0), changed: [] });
      },
    }),
  );
};
