/** The view of open action items. */

import * as vscode from 'vscode';
import {
  type ActionItemsParams,
  type ActionItemsResult,
  type ListedActionItem,
  listActionItems,
} from '../../shared/actionItems.ts';
import { literalText } from '../../shared/literalText.ts';
import type { NotesServer } from '../host/notesServer.ts';
import { say } from '../host/say.ts';
import {
  describeItem,
  type Grouping,
  groupItems,
  groupings,
  type ItemGroup,
  labelOf,
  olderGroup,
  speakItem,
} from './actionItemGroups.ts';

const viewId = 'officeHours.actionItems';

/** A pause in typing, in milliseconds. */
const pauseMs = 800;

/** After so many milliseconds a wait is shown. */
const slowMs = 1_000;

type Node = ItemGroup | ItemNode;

interface ItemNode {
  readonly group: string;
  readonly item: ListedActionItem;
}

export class ActionItemsView implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #server: NotesServer;
  readonly #login: () => Promise<string | undefined>;
  readonly #view: vscode.TreeView<Node>;
  #items: readonly ListedActionItem[] = [];
  #known = '';
  /** Of mine. */
  #count = 0;
  #by: Grouping = 'owner';
  #filter = '';
  #mine = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;
  #latest: Promise<void> = Promise.resolve();

  /** `login`: who is signed in to GitHub. */
  constructor(
    context: Pick<vscode.ExtensionContext, 'subscriptions' | 'workspaceState'>,
    server: NotesServer,
    login: () => Promise<string | undefined>,
  ) {
    this.#server = server;
    this.#login = login;
    const kept = context.workspaceState.get('actionItems.groupBy');
    this.#by = groupings.find((each) => each === kept) ?? 'owner';
    this.#view = vscode.window.createTreeView<Node>(viewId, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    const group = (by: Grouping) => () => {
      this.#by = by;
      void context.workspaceState.update('actionItems.groupBy', by);
      this.#show();
    };
    const mine = (on: boolean) => () => {
      this.#mine = on;
      this.#show();
    };
    context.subscriptions.push(
      this.#view,
      this.#changed,
      server.onDidChangeReferences(() => this.#soon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'markdown' && this.#view.visible) this.#soon();
      }),
      vscode.workspace.onDidSaveTextDocument(({ languageId }) => {
        if (languageId === 'markdown') this.#soon();
      }),
      // What was typed and not saved is in no note any more.
      vscode.workspace.onDidCloseTextDocument(({ languageId }) => {
        if (languageId === 'markdown' && this.#view.visible) this.#soon();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('officeHours.actionItems')) this.#soon();
      }),
      // What is seen is to be current.
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) void this.refresh();
      }),
      vscode.commands.registerCommand('officeHours.groupByOwner', group('owner')),
      vscode.commands.registerCommand('officeHours.groupByNote', group('note')),
      vscode.commands.registerCommand('officeHours.groupByReference', group('reference')),
      vscode.commands.registerCommand('officeHours.showMyActionItems', mine(true)),
      vscode.commands.registerCommand('officeHours.showAllActionItems', mine(false)),
      vscode.commands.registerCommand('officeHours.filterActionItems', () => this.#askFilter()),
      vscode.commands.registerCommand('officeHours.showActionItems', () => this.#focus()),
    );
    this.#show();
    void this.refresh();
  }

  /** The groups with their items, as they are shown. */
  get shown(): readonly { readonly label: string; readonly items: readonly string[] }[] {
    return this.#groups().map(({ label, items }) => ({
      label,
      items: items.map((item) => labelOf(item, this.#by)),
    }));
  }

  /** The number on the view's icon. */
  get badge(): number {
    return this.#view.badge?.value ?? 0;
  }

  /** The item that is selected. */
  get selected(): ListedActionItem | undefined {
    const [node] = this.#view.selection;
    return node && 'item' in node ? node.item : undefined;
  }

  /**
   * The item that the keyboard is at. VS Code tells extensions what is selected, and arrow keys select nothing: so it is selected, or
   * no longer, for a moment.
   */
  async focused(): Promise<ListedActionItem | undefined> {
    const before = this.#view.selection;
    await vscode.commands.executeCommand('list.toggleSelection');
    const after = this.#view.selection;
    await vscode.commands.executeCommand('list.toggleSelection');
    const node = [...before, ...after].find((each) => before.includes(each) !== after.includes(each));
    return node && 'item' in node ? node.item : undefined;
  }

  /** The first row gets the focus, once there are rows: a view without any gives it to its welcome text. */
  async #focus(): Promise<void> {
    await vscode.commands.executeCommand(`${viewId}.focus`);
    let awaited = this.refresh();
    // A view that becomes visible asks once more.
    for (await awaited; awaited !== this.#latest; await awaited) awaited = this.#latest;
    const [first] = this.#groups();
    // Another list may have come by then, which has no such row.
    if (first) await this.#view.reveal(first, { select: false, focus: true }).then(undefined, () => {});
  }

  /** Settled when the list is that of the notes as they are. */
  refresh(): Promise<void> {
    this.#latest = this.#refresh();
    return this.#latest;
  }

  async #refresh(): Promise<void> {
    const round = ++this.#round;
    const isShown = this.#view.visible;
    const params: ActionItemsParams = { login: (await this.#login()) ?? null, isShown };
    const request = this.#server
      .sendRequest<ActionItemsResult>(listActionItems, params)
      .catch(() => undefined);
    showWhileSlow(request);
    const result = await request;
    // Another request has begun meanwhile, or there is no server.
    if (result === undefined || round !== this.#round) return;
    const { hasNotes, mine } = result;
    const items = isShown ? result.items : this.#items;
    const text = JSON.stringify({ hasNotes, mine, items });
    if (text === this.#known) return;
    this.#known = text;
    this.#items = items;
    this.#count = mine;
    void vscode.commands.executeCommand('setContext', 'officeHours.hasNotes', hasNotes);
    // Before the notes have been read, it is neither.
    void vscode.commands.executeCommand('setContext', 'officeHours.noNotes', !hasNotes);
    this.#show();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return this.#groups();
    return 'item' in node ? [] : node.items.map((item) => ({ group: node.id, item }));
  }

  getParent(node: Node): Node | undefined {
    return 'item' in node ? this.#groups().find(({ id }) => id === node.group) : undefined;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'item' in node ? this.#itemOf(node) : this.#groupOf(node);
  }

  #groups(): ItemGroup[] {
    return groupItems(this.#items, { by: this.#by, filter: this.#filter, mine: this.#mine }, say);
  }

  #groupOf({ id, label, items }: ItemGroup): vscode.TreeItem {
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(literalText(label, 'plain'), id === olderGroup ? Collapsed : Expanded);
    item.id = id;
    item.description = String(items.length);
    item.contextValue = 'group';
    const count =
      items.length === 1 ? vscode.l10n.t('1 action item') : vscode.l10n.t('{0} action items', items.length);
    item.accessibilityInformation = { label: literalText(`${label}, ${count}`, 'plain') };
    return item;
  }

  #itemOf({ group, item: listed }: ItemNode): vscode.TreeItem {
    const { uri, line, character, key, text, maybeDone } = listed;
    const item = new vscode.TreeItem(literalText(labelOf(listed, this.#by), 'plain', 200));
    item.id = `${group} ${uri} ${line} ${key}`;
    item.description = literalText(describeItem(listed, this.#by, say), 'plain');
    item.tooltip = literalText(`${text} (${describeItem(listed, 'reference', say)})`, 'plain');
    item.contextValue = maybeDone === undefined ? 'item' : 'item maybeDone';
    item.iconPath = new vscode.ThemeIcon(maybeDone === undefined ? 'circle-large-outline' : 'question');
    item.accessibilityInformation = { label: literalText(speakItem(listed, this.#by, say), 'plain') };
    const at = new vscode.Position(line, character);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [vscode.Uri.parse(uri, true), { selection: new vscode.Range(at, at), preserveFocus: false }],
    };
    return item;
  }

  #show(): void {
    const view = this.#view;
    const set = (name: string, value: unknown) =>
      void vscode.commands.executeCommand('setContext', `officeHours.actionItems.${name}`, value);
    set('groupBy', this.#by);
    set('mine', this.#mine);
    const filters = [
      ...(this.#mine ? [vscode.l10n.t('Only yours')] : []),
      ...(this.#filter === '' ? [] : [vscode.l10n.t('Filter: {0}', literalText(this.#filter, 'plain'))]),
    ];
    // Without a message the view does not keep its space.
    (view as { message?: string | undefined }).message = filters.length > 0 ? filters.join(' · ') : undefined;
    const count = this.#count;
    const tooltip =
      count === 1
        ? vscode.l10n.t('1 action item is yours')
        : vscode.l10n.t('{0} action items are yours', count);
    view.badge = count === 0 ? undefined : { value: count, tooltip };
    this.#changed.fire(undefined);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), pauseMs);
  }

  async #askFilter(): Promise<void> {
    const filter = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter Action Items'),
      prompt: vscode.l10n.t('Words of the item, its owner, note or reference. Empty: all items.'),
      value: this.#filter,
    });
    if (filter === undefined) return;
    this.#filter = filter.trim();
    this.#show();
  }
}

/** Reading many notes for the first time takes a while: the view then has its line of progress. */
function showWhileSlow(request: Promise<unknown>): void {
  const timer = setTimeout(() => {
    void vscode.window.withProgress({ location: { viewId } }, () => request);
  }, slowMs);
  void request.finally(() => clearTimeout(timer));
}
