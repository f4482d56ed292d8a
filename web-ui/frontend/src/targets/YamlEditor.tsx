import { yaml } from '@codemirror/lang-yaml';
import { setDiagnostics, lintGutter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import type { FieldError } from '../api/types';
import { colours } from './editorColours';

interface YamlEditorProps {
  value: string;
  onChange: (value: string) => void;
  errors: FieldError[];
  /** A line to show and put the cursor on. */
  goTo: number | null;
}

export function YamlEditor({ value, onChange, errors, goTo }: YamlEditorProps) {
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const first = useRef(value);
  const tell = useRef(onChange);

  useEffect(() => {
    tell.current = onChange;
  }, [onChange]);

  useEffect(() => {
    if (!holder.current) {
      return;
    }
    const made = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          basicSetup,
          yaml(),
          lintGutter(),
          colours,
          EditorView.contentAttributes.of({ 'aria-label': 'Target definition in YAML', tabindex: '0' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              tell.current(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    editor.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    const view = editor.current;
    first.current = value;
    if (view && view.state.doc.toString() !== value) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
    }
  }, [value]);

  useEffect(() => {
    const view = editor.current;
    if (view) {
      const diagnostics = errors.flatMap(({ line, field, message }) => {
        if (line === null || line < 1 || line > view.state.doc.lines) {
          return [];
        }
        const { from, to } = view.state.doc.line(line);
        return [{ from, to, severity: 'error' as const, message: field ? `${field}: ${message}` : message }];
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    }
  }, [errors]);

  useEffect(() => {
    const view = editor.current;
    if (view && goTo !== null && goTo >= 1 && goTo <= view.state.doc.lines) {
      const { from } = view.state.doc.line(goTo);
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    }
  }, [goTo]);

  return <div ref={holder} className="yaml-editor" />;
}
