import { isCollection, isMap, isScalar, parseDocument, stringify, visit, type Document } from 'yaml';

/** The way to a field: names, and positions in lists. */
export type Path = readonly (string | number)[];

export type Value = string | number | boolean | string[];

/** As the API writes it in its errors: load.requests[1].body. */
export function written(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}

/** A target's file as the form sees it: what is not in the form, comments and order among it, stays as it is. */
export interface TargetDocument {
  /** Why there is nothing to fill in; null when it can be read. */
  unreadable: { line: number; message: string } | null;
  get: (path: Path) => unknown;
}

export function readTarget(yaml: string): TargetDocument {
  const document = parsed(yaml);
  const error = document.errors[0];
  if (error) {
    const message = error.message.split('\n')[0] ?? 'not YAML';
    return { unreadable: { line: error.linePos?.[0].line ?? 1, message }, get: () => undefined };
  }
  if (document.contents !== null && !isMap(document.contents)) {
    return { unreadable: { line: 1, message: 'A target is a list of fields.' }, get: () => undefined };
  }
  const values: unknown = document.toJS();
  return { unreadable: null, get: (path) => at(values, path) };
}

export interface Edited {
  yaml: string;
  /** Comments that belonged to what was taken out, and went with it. */
  lost: string[];
}

/** Sets a field; null takes it out, and what is empty without it. */
export function edited(yaml: string, path: Path, value: Value | null): Edited {
  return changed(yaml, (document) => {
    if (value !== null) {
      dropNeededQuotes(document, path);
      document.setIn(path, Array.isArray(value) ? document.createNode(value, { flow: true }) : value);
      return;
    }
    document.deleteIn(path);
    for (let length = path.length - 1; length > 0; length--) {
      const around = document.getIn(path.slice(0, length), true);
      if (!isCollection(around) || around.items.length > 0) {
        return;
      }
      document.deleteIn(path.slice(0, length));
    }
  });
}

export function added(yaml: string, path: Path, item: Record<string, Value>): Edited {
  return changed(yaml, (document) => {
    const node = document.createNode(item, { flow: true });
    if (document.hasIn(path)) {
      document.addIn(path, node);
    } else {
      document.setIn(path, document.createNode([item]));
    }
  });
}

/** Another name for a field, in its place. */
export function renamed(yaml: string, path: Path, name: string): Edited {
  return changed(yaml, (document) => {
    const map = document.getIn(path.slice(0, -1), true);
    const old = String(path.at(-1));
    const pair = isMap(map) ? map.items.find(({ key }) => String(key) === old) : undefined;
    if (pair) {
      pair.key = document.createNode(name);
    }
  });
}

/** Quotes that the old value could not do without; those that a person chose stay. */
function dropNeededQuotes(document: Document, path: Path): void {
  const node = document.getIn(path, true);
  if (isScalar(node) && stringify(node.value).startsWith('"')) {
    delete node.type;
  }
}

function changed(yaml: string, deed: (document: Document) => void): Edited {
  const document = parsed(yaml);
  const before = commentsOf(document);
  deed(document);
  const after = new Set(commentsOf(document));
  return {
    // Long lines stay long: a fold would move what the person has laid out.
    yaml: document.toString({ lineWidth: 0, flowCollectionPadding: true }),
    lost: before.filter((comment) => !after.has(comment)),
  };
}

function parsed(yaml: string): Document {
  return parseDocument(yaml, { prettyErrors: true });
}

function commentsOf(document: Document): string[] {
  const found: string[] = [];
  const note = (...comments: (string | null | undefined)[]) =>
    comments.forEach((comment) => comment && found.push(...comment.split('\n').map((line) => line.trim())));
  note(document.commentBefore, document.comment);
  visit(document, {
    Node: (_, { commentBefore, comment }) => note(commentBefore, comment),
  });
  return found.filter(Boolean);
}

function at(values: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    values,
  );
}
