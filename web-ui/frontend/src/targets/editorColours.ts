import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const style = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: 'var(--code-name)' },
  { tag: tags.propertyName, color: 'var(--code-name)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: tags.content, color: 'var(--cds-text-primary)' },
  { tag: tags.comment, color: 'var(--cds-text-secondary)' },
]);

const chrome = EditorView.theme({
  '&': { backgroundColor: 'var(--cds-layer-01)', color: 'var(--cds-text-primary)', fontSize: '13px' },
  '.cm-content, .cm-gutters': { fontFamily: "'IBM Plex Mono', ui-monospace, monospace" },
  '.cm-content': { caretColor: 'var(--cds-text-primary)' },
  '.cm-gutters': {
    backgroundColor: 'var(--cds-layer-01)',
    color: 'var(--cds-text-helper)',
    borderRight: '1px solid var(--cds-border-subtle-01)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--cds-layer-hover-01)' },
  '.cm-cursor': { borderLeftColor: 'var(--cds-text-primary)' },
  '&.cm-focused': { outline: '2px solid var(--cds-focus)', outlineOffset: '-2px' },
  '.cm-tooltip': {
    backgroundColor: 'var(--cds-layer-02)',
    color: 'var(--cds-text-primary)',
    border: '1px solid var(--cds-border-strong-01)',
  },
});

export const colours = [chrome, syntaxHighlighting(style)];
