import type { ReactNode } from 'react';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** Markdown without raw HTML: what a document from elsewhere contains is text, never markup of ours. */
export function Prose({ markdown }: { markdown: string }) {
  return (
    <div className="prose">
      <Markdown remarkPlugins={[remarkGfm]} disallowedElements={['img']} components={{ pre: Code }}>
        {markdown}
      </Markdown>
    </div>
  );
}

/** It scrolls where it is wider than the page, so the keyboard has to reach it. */
function Code({ children }: { children?: ReactNode }) {
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <pre tabIndex={0}>{children}</pre>;
}
