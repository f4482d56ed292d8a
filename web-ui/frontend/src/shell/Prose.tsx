import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** Markdown without raw HTML: what a document from elsewhere contains is text, never markup of ours. */
export function Prose({ markdown }: { markdown: string }) {
  return (
    <div className="prose">
      <Markdown remarkPlugins={[remarkGfm]} disallowedElements={['img']}>
        {markdown}
      </Markdown>
    </div>
  );
}
